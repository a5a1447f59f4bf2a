package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.store.AuditEntry;
import weservstatus.store.AuditStore;
import weservstatus.store.Blobs;
import weservstatus.store.ExportLine;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.verdict.Scene;

/** Which moments of an import a page waits for. */
class HeldReviewTest {
    private static final String ID = "aaaaaaaaaaaa";
    private static final int PARTS = 4;

    private final TestClock clock = new TestClock(Scene.START);
    private final Table table = new InMemoryTable(clock);
    private final Blobs blobs = new InMemoryBlobs();
    private final ReviewStores stores = ReviewStores.over(table, blobs);
    private final ImportSteps imports = new ImportSteps(table, blobs, clock);
    private final Review review =
            new Review(Story.small(), stores, Teller.of(change -> {}, change -> {}), clock);

    @Test
    void aPageWaitsFromTheFirstPartToTheLast() {
        lay();
        assertThat(review.isHeld()).isFalse();
        for (int part = 0; part < PARTS - 1; part++) {
            keep(part);
            assertThat(review.isHeld()).as("after part " + part).isTrue();
            clock.advance(Duration.ofMinutes(9));
        }
        keep(PARTS - 1);

        assertThat(review.isHeld()).isFalse();
        assertThat(new AuditStore(table).newest(10, Optional.empty()).entries())
                .extracting(AuditEntry::action)
                .containsExactly("imported", "import");
    }

    @Test
    void aPageDoesNotWaitForOneThatWasGivenUpAndWaitsAgainWhenItGoesOn() {
        lay();
        keep(0);
        clock.advance(Duration.ofMinutes(10));
        assertThat(review.isHeld()).isFalse();

        keep(0);
        assertThat(review.isHeld()).isTrue();
    }

    @Test
    void whoseLastAnswerWasLostMayAskForAllOfItAgain() {
        lay();
        for (int part = 0; part < PARTS; part++) {
            keep(part);
        }

        byte[] head = new ExportLine.Head().text().getBytes(StandardCharsets.UTF_8);
        assertThat(imports.lay(ID, 0, head)).isEqualTo(new ImportSteps.Result.Done(0));
        assertThat(imports.keep(ID, 0, PARTS, "ada")).isEqualTo(new ImportSteps.Result.Done(0));
        assertThat(blobs.list("import/")).isEmpty();
        assertThat(imports.lay("bbbbbbbbbbbb", 0, head))
                .isInstanceOf(ImportSteps.Result.Refused.class);
    }

    @Test
    void noDayIsFinishedMeanwhile() {
        review.run();
        lay();
        keep(0);
        RollUp rollUp = new RollUp(Story.small(), stores, clock);
        assertThat(rollUp.run(clock.instant())).isFalse();

        for (int part = 1; part < PARTS; part++) {
            keep(part);
        }
        assertThat(rollUp.run(clock.instant())).isTrue();
    }

    private void lay() {
        lay(0, new ExportLine.Head());
        for (int part = 1; part < PARTS; part++) {
            Table.Key key = new Table.Key("template", "t" + part);
            lay(part, new ExportLine.OfItem(new Table.Item(key, "{}", 1, Optional.empty())));
        }
    }

    private void lay(int part, ExportLine line) {
        byte[] bytes = String.join("\n", List.of(line.text(), "")).getBytes(StandardCharsets.UTF_8);
        assertThat(imports.lay(ID, part, bytes)).isEqualTo(new ImportSteps.Result.Done(1));
    }

    private void keep(int part) {
        assertThat(imports.keep(ID, part, PARTS, "ada")).isEqualTo(new ImportSteps.Result.Done(1));
    }
}
