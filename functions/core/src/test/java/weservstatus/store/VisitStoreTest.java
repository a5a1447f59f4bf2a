package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VisitStoreTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final TestClock clock = new TestClock(NOON);
    private final Table table = new InMemoryTable(clock);

    @Test
    void countsUpToTheMostInEachWindowOfTheClock() {
        VisitStore store = new VisitStore(table);

        assertThat(store.count("a", HOUR, 2, NOON)).isTrue();
        assertThat(store.count("a", HOUR, 2, NOON.plusSeconds(3_599))).isTrue();
        assertThat(store.count("a", HOUR, 2, NOON.plusSeconds(3_599))).isFalse();
        assertThat(store.count("b", HOUR, 2, NOON)).isTrue();
        assertThat(store.count("a", HOUR, 2, NOON.plusSeconds(3_600))).isTrue();
    }

    @Test
    void whatWasCountedIsForgottenWithItsWindow() {
        new VisitStore(table).count("a", HOUR, 2, NOON);
        clock.advance(HOUR);

        assertThat(table.list(Table.Query.of("visit"))).isEmpty();
    }

    @Test
    void processesThatShareTheTableCountTogether() throws Exception {
        Callable<Boolean> one = () -> new VisitStore(table).count("a", HOUR, 5, NOON);
        int counted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> each :
                    threads.invokeAll(List.of(one, one, one, one, one, one, one, one))) {
                counted += each.get() ? 1 : 0;
            }
        }

        assertThat(counted).isEqualTo(5);
    }
}
