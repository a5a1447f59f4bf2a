package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.check.Looks;

class LookStoreTest {
    private static final LocationId HERE = new LocationId("here");
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final CheckId CROP = new CheckId("crop");
    private static final CheckId BLUR = new CheckId("blur");

    private final LookStore store = new LookStore(new InMemoryTable(new TestClock(START)));

    @Test
    void keepsWhatItWasGivenByPlace() {
        Looks looks = Looks.none(START).with(List.of(CROP, BLUR), START.plusSeconds(60));
        store.put(HERE, looks);

        assertThat(store.find(HERE)).contains(looks);
        assertThat(store.find(new LocationId("there"))).isEmpty();
    }

    @Test
    void waitsAreCountedInIntervalsFromTheNewestLook() {
        Instant later = START.plus(HOUR);
        Looks looks = Looks.none(START).with(List.of(CROP), later).with(List.of(CROP, BLUR), START);

        assertThat(looks.waited(CROP, HOUR, later.plus(HOUR))).isEqualTo(1);
        assertThat(looks.waited(BLUR, HOUR, later.plus(HOUR))).isEqualTo(2);
        assertThat(looks.waited(new CheckId("never"), HOUR, START)).isEqualTo(1);
        assertThat(looks.waited(new CheckId("never"), HOUR, later)).isEqualTo(2);
    }
}
