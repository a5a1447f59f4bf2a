package weservstatus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

/** What is said of turns, counted over random catalogues. */
class RotaTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Slot FIRST = Slot.containing(Instant.EPOCH, MINUTE);
    private static final List<Integer> MINUTES = List.of(1, 2, 3, 10, 15, 60, 60, 60, 120);
    private static final List<CachePath> PATHS =
            List.of(CachePath.MISS, CachePath.MISS, CachePath.HIT, CachePath.NONE);
    private static final int PATTERN = 120;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTenMinutesSendMoreThanIsSaid(int seed) {
        Catalogue catalogue = random(new Random(seed));
        Rota rota = new Rota(catalogue);
        Load load = rota.load(Scene.TARGET);

        for (Location location : catalogue.locations()) {
            List<Integer> requests =
                    slots(2 * PATTERN).stream()
                            .map(slot -> uncached(rota.due(location.id(), slot)))
                            .toList();
            assertThat(most(requests, 10)).isEqualTo(load.scheduled());
            assertThat(most(requests, 11)).isEqualTo(load.busiest());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlaceAsksEachCheckOnceInItsIntervalAndTogetherMoreOften(int seed) {
        Catalogue catalogue = random(new Random(seed));
        Rota rota = new Rota(catalogue);

        for (Check check : catalogue.checks()) {
            List<Integer> seen = new ArrayList<>();
            for (Location location : catalogue.locations()) {
                List<Integer> turns =
                        IntStream.range(0, PATTERN)
                                .filter(slot -> isDue(rota, check, location, slot))
                                .boxed()
                                .toList();
                assertThat(turns).hasSize(PATTERN / minutes(check));
                seen.addAll(turns);
            }
            Collections.sort(seen);
            assertThat(rota.longestGap(check)).isEqualTo(MINUTE.multipliedBy(longest(seen)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPatternTooLongToWalkThroughIsBoundedFromAbove(int seed) {
        Random random = new Random(seed);
        List<Check> checks = new ArrayList<>();
        for (int every : List.of(7, 11, 13, 17, 19, 23)) {
            checks.add(check("c" + every, every, random.nextInt(every), CachePath.MISS));
        }
        Load load = new Load(checks, MINUTE);
        List<Integer> requests =
                slots(5_000).stream()
                        .map(slot ->
                                uncached(
                                        checks.stream()
                                                .filter(check -> check.schedule().isDue(slot))
                                                .toList()))
                        .toList();

        assertThat(most(requests, 11)).isLessThanOrEqualTo(load.busiest());
    }

    private static Catalogue random(Random random) {
        Catalogue plain = Scene.at("a", "b", "c", "d", "e").component("pictures").catalogue();
        List<Check> checks = new ArrayList<>();
        for (int index = 0; index < 1 + random.nextInt(60); index++) {
            int every = MINUTES.get(random.nextInt(MINUTES.size()));
            CachePath path = PATHS.get(random.nextInt(PATHS.size()));
            checks.add(check("c" + index, every, random.nextInt(every), path));
        }
        Catalogue all =
                new Catalogue(
                        plain.page(),
                        plain.pace(),
                        plain.locations(),
                        plain.targets(),
                        plain.control(),
                        plain.groups(),
                        plain.components(),
                        checks);
        return all.withLocations(plain.locations().subList(0, 1 + random.nextInt(5)));
    }

    private static Check check(String id, int every, int turn, CachePath path) {
        Schedule schedule = new Schedule(Duration.ofMinutes(every), turn);
        return Scene.check(id, new ComponentId("pictures"), schedule, false, path, "/");
    }

    private static List<Slot> slots(int count) {
        List<Slot> slots = new ArrayList<>();
        for (Slot slot = FIRST; slots.size() < count; slot = slot.next()) {
            slots.add(slot);
        }
        return slots;
    }

    private static boolean isDue(Rota rota, Check check, Location location, int slot) {
        Slot at = new Slot(FIRST.start().plus(MINUTE.multipliedBy(slot)), MINUTE);
        return rota.isDue(check, location.id(), at);
    }

    private static int minutes(Check check) {
        return Math.toIntExact(check.schedule().every().toMinutes());
    }

    private static int uncached(List<Check> checks) {
        return checks.stream().mapToInt(Check::uncachedRequests).sum();
    }

    private static int most(List<Integer> requests, int width) {
        return IntStream.rangeClosed(0, requests.size() - width)
                .map(from ->
                        requests.subList(from, from + width).stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .max()
                .orElseThrow();
    }

    /** Over a pattern that begins again. */
    private static int longest(List<Integer> seen) {
        int longest = seen.getFirst() + PATTERN - seen.getLast();
        for (int i = 1; i < seen.size(); i++) {
            longest = Math.max(longest, seen.get(i) - seen.get(i - 1));
        }
        return longest;
    }
}
