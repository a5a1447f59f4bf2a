package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.status.Announcements;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.CountedBlobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.verdict.ComponentStatus;

class StandbyTest {
    private final CountedBlobs blobs = new CountedBlobs(new InMemoryBlobs());
    private final Standby standby = new Standby(blobs);

    @ParameterizedTest
    @CsvSource({"0, 1", "5, 1", "14, 1", "15, 2"})
    void whileAllIsWellItIsWrittenFourTimesAnHour(int minutes, int written) {
        standby.publish(well(Duration.ZERO));

        standby.publish(well(Duration.ofMinutes(minutes)));

        assertThat(blobs.puts()).isEqualTo(written);
    }

    @Test
    void whatIsNotWellIsWrittenEachTimeAndSoIsItsEnd() {
        standby.publish(well(Duration.ZERO));
        standby.publish(SampleSnapshots.incident());
        standby.publish(SampleSnapshots.incident());
        standby.publish(well(Duration.ZERO));

        assertThat(blobs.puts()).isEqualTo(4);
    }

    @Test
    void whatSomebodySaysIsWrittenAtOnce() {
        standby.publish(SampleSnapshots.calm().with(Announcements.NONE));
        standby.publish(SampleSnapshots.calm().with(SampleSnapshots.incident().announcements()));

        assertThat(blobs.puts()).isEqualTo(2);
    }

    private static StatusSnapshot well(Duration later) {
        StatusSnapshot snapshot = SampleSnapshots.calm();
        int active = snapshot.checks().active();
        return new StatusSnapshot(
                snapshot.page(),
                snapshot.generatedAt().plus(later),
                snapshot.dataThrough(),
                snapshot.round(),
                snapshot.staleAfter(),
                ComponentStatus.OPERATIONAL,
                snapshot.headline(),
                snapshot.since(),
                new StatusSnapshot.CheckCounts(active, active, 0, 0, 0, 0, 0),
                snapshot.places(),
                snapshot.groups(),
                snapshot.speed(),
                snapshot.announcements(),
                snapshot.asked());
    }
}
