package weservstatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackageTableTest {
    private final PackageTable table =
            PackageTable.read(Path.of(System.getProperty("repository.root")));

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(table.packages()).containsAll(PackageTable.onClassPath());
    }

    @Test
    void nothingIsImportedThatTheTableDoesNotAllow() {
        assertThat(table.violations()).isEmpty();
    }
}
