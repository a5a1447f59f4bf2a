package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void isTheOneThatTheBuildWroteIntoTheJar() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+");
    }
}
