package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.store.Blobs;
import weservstatus.store.ExportLine;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.usecase.ImportSteps;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.verdict.Scene;

class ReviewsTest {
    private static final String ID = "aaaaaaaaaaaa";

    private final TestClock clock = new TestClock(Scene.START);
    private final Table table = new InMemoryTable(clock);
    private final Blobs blobs = new InMemoryBlobs();

    @Test
    void thePageStaysAsItIsWhileEverythingIsImported() {
        Catalogue catalogue =
                Scene.at("here").component("page").vital("home", CachePath.NONE).catalogue();
        ReviewStores stores = ReviewStores.over(table, blobs);
        Tidings tidings = new Tidings(line -> {});
        List<String> hours = new ArrayList<>();
        Reviews reviews =
                new Reviews(
                        new Review(catalogue, stores, tidings, clock),
                        new Published(stores.snapshots()),
                        hour -> hours.add(hour.toString()),
                        tidings);
        ImportSteps imports = new ImportSteps(table, blobs, clock);
        lay(imports, 0, new ExportLine.Head());
        lay(
                imports,
                1,
                new ExportLine.OfItem(
                        new Table.Item(
                                new Table.Key("template", "slow"), "{}", 1, Optional.empty())));
        imports.keep(ID, 0, 2, "ada");
        var here = catalogue.locations().getFirst().id();

        assertThat(reviews.run(here, clock.instant())).isEmpty();
        assertThat(reviews.get()).isEmpty();
        assertThat(hours).isEmpty();
        imports.keep(ID, 1, 2, "ada");
        reviews.run(here, clock.instant());
        assertThat(reviews.get()).isPresent();
        assertThat(hours).hasSize(1);
    }

    private static void lay(ImportSteps imports, int part, ExportLine line) {
        byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(imports.lay(ID, part, bytes)).isEqualTo(new ImportSteps.Result.Done(1));
    }
}
