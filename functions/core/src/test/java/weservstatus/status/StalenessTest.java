package weservstatus.status;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.verdict.Headline;

class StalenessTest {
    private static final Instant LIMIT = SampleSnapshots.THROUGH.plusSeconds(150);

    @Test
    void beginsOneMillisecondAfterTheLimit() {
        assertThat(Staleness.isStale(SampleSnapshots.calm(), LIMIT)).isFalse();
        assertThat(Staleness.isStale(SampleSnapshots.calm(), LIMIT.plusMillis(1))).isTrue();
    }

    @Test
    void neverBeginsBeforeThereAreData() {
        assertThat(Staleness.isStale(SampleSnapshots.beforeFirstData(), Instant.MAX)).isFalse();
    }

    @Test
    void leavesNothingOfNowStanding() {
        StatusSnapshot unseen = Staleness.unseen(SampleSnapshots.incident());

        assertThat(unseen.status()).isEqualTo(UNKNOWN);
        assertThat(unseen.headline()).isEqualTo(Headline.CANNOT_SEE);
        assertThat(unseen.groups()).extracting(GroupState::status).containsOnly(UNKNOWN);
        assertThat(unseen.components()).extracting(ComponentState::status).containsOnly(UNKNOWN);
        assertThat(unseen.components()).flatExtracting(ComponentState::problems).isEmpty();
        assertThat(unseen.places()).extracting(Place::state).containsOnly(PlaceState.SILENT);
        assertThat(unseen.checks().good() + unseen.checks().failing()).isZero();
    }

    @Test
    void leavesThePastUntouched() {
        StatusSnapshot seen = SampleSnapshots.incident();
        StatusSnapshot unseen = Staleness.unseen(seen);

        assertThat(unseen.dataThrough()).isEqualTo(seen.dataThrough());
        assertThat(unseen.generatedAt()).isEqualTo(seen.generatedAt());
        assertThat(unseen.speed()).isEqualTo(seen.speed());
        assertThat(unseen.components())
                .extracting(ComponentState::days)
                .isEqualTo(seen.components().stream().map(ComponentState::days).toList());
    }

    @Test
    void whatWasUnknownBeforeStaysUnknownSinceThen() {
        StatusSnapshot seen = SampleSnapshots.blind();
        StatusSnapshot unseen = Staleness.unseen(seen);

        assertThat(unseen.since()).isEqualTo(seen.since()).isNotEqualTo(Optional.of(LIMIT));
        assertThat(unseen.components())
                .extracting(ComponentState::since)
                .isEqualTo(seen.components().stream().map(ComponentState::since).toList());
    }
}
