package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.MarkdownTable.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.CachePath;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.time.Slot;

/** Runs every row of the tables in sections 1 and 2 of docs/statistics.md. */
class StatisticsTablesTest {

    static List<Arguments> threshold() {
        return rows("threshold", 2);
    }

    static List<Arguments> errors() {
        return rows("errors", 5);
    }

    static List<Arguments> latency() {
        return rows("latency", 6);
    }

    static List<Arguments> usual() {
        return rows("usual", 3);
    }

    private static List<Arguments> rows(String table, int cells) {
        return MarkdownTable.rows("statistics.md", table, cells);
    }

    @ParameterizedTest
    @MethodSource("threshold")
    void raisesTheThresholdWithTheRate(double perMinute, String threshold) {
        assertThat(two(ErrorCusum.threshold(perMinute))).isEqualTo(threshold);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void addsUpErrors(double perMinute, String answers, String score, String alarm, String since) {
        List<Trial> trials = trials(answers);
        double threshold = ErrorCusum.threshold(perMinute);

        Cusum cusum = ErrorCusum.of(trials, threshold).cusum();

        expect(cusum, score, alarm, since);
        assertThat(ErrorCusum.of(stirred(trials), threshold).cusum()).isEqualTo(cusum);
    }

    @ParameterizedTest
    @MethodSource("latency")
    void addsUpLateness(
            double spread,
            double autocorrelation,
            String times,
            String score,
            String alarm,
            String since) {
        LatencyBaseline usual = new LatencyBaseline(Math.log(100_000), spread, autocorrelation);
        List<Timing> timings = timings(times);

        Cusum cusum = LatencyCusum.of(timings, at -> Optional.of(usual)).cusum();

        expect(cusum, score, alarm, since);
        assertThat(LatencyCusum.of(stirred(timings), at -> Optional.of(usual)).cusum())
                .isEqualTo(cusum);
    }

    @ParameterizedTest
    @MethodSource("usual")
    void holdsAnHourAgainstEarlierOnes(String hours, String usual, String spread) {
        SortedMap<Instant, LatencyBaseline> baselines = new TreeMap<>();
        for (String hour : words(hours)) {
            String[] parts = hour.split("h ", -1);
            baselines.put(
                    Scene.START.plus(Duration.ofHours(Integer.parseInt(parts[0]))),
                    new LatencyBaseline(Math.log(Integer.parseInt(parts[1]) * 1_000.0), 0.3, 0));
        }

        Optional<LatencyBaseline> found = LatencyBaseline.at(Scene.second(1_000), baselines);

        assertThat(found.map(f -> "%.0f".formatted(Math.exp(f.median()) / 1_000)).orElse(""))
                .isEqualTo(usual);
        assertThat(found.map(f -> two(f.scale())).orElse("")).isEqualTo(spread);
    }

    static List<Arguments> changed() {
        return rows("changed", 4);
    }

    @ParameterizedTest
    @MethodSource("changed")
    void degradesWhatIsWell(String seen, String counted, String component, String page) {
        List<Change> changes = words(counted).stream().map(StatisticsTablesTest::change).toList();
        ComponentVerdict verdict =
                new ComponentVerdict(
                                new ComponentId("one"),
                                ComponentStatus.find(seen).orElseThrow(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Optional.empty())
                        .changed(changes);
        List<ComponentStatus> vital = List.of(verdict.status());
        PageFacts facts = new PageFacts(vital, List.of(), List.of(), List.of(), true);

        assertThat(verdict.status().label()).isEqualTo(component);
        assertThat(PageRule.decide(facts).when(verdict.isFailingForSome()).headline().label())
                .isEqualTo(page);
    }

    private static Change change(String word) {
        Observation bad = Scene.seen("it", 0, "bad");
        return switch (word) {
            case "errors" -> new Change.Errors(Scene.START, CachePath.MISS, 0.05, bad);
            case "budget" -> new Change.Burning(Scene.START, 14.5, bad);
            case "lateness" -> new Change.Lateness(Scene.START, new CheckId("it"), 2);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static void expect(Cusum cusum, String score, String alarm, String since) {
        assertThat(two(cusum.score())).isEqualTo(score);
        assertThat(cusum.alarm()).isEqualTo(second(alarm));
        if (cusum.alarmed()) {
            assertThat(cusum.onset()).isEqualTo(second(since));
        }
    }

    private static Optional<Instant> second(String cell) {
        return cell.isEmpty()
                ? Optional.empty()
                : Optional.of(Scene.second(Integer.parseInt(cell)));
    }

    private static String two(double number) {
        return "%.2f".formatted(number);
    }

    private static List<Trial> trials(String answers) {
        List<Trial> trials = new ArrayList<>();
        for (Said said : Said.all(answers)) {
            Sighting seen =
                    new Sighting(
                            said.location(),
                            Slot.containing(Scene.second(said.second()), Duration.ofSeconds(1)),
                            0,
                            Scene.seen("it", said.second(), said.word()));
            Trial.of(seen).ifPresent(trials::add);
        }
        return trials;
    }

    private static List<Timing> timings(String times) {
        return Said.all(times).stream()
                .map(said ->
                        new Timing(
                                Scene.second(said.second()),
                                said.location(),
                                Integer.parseInt(said.word()) * 1_000L))
                .toList();
    }

    private static <T> List<T> stirred(List<T> all) {
        List<T> stirred = new ArrayList<>(all);
        stirred.addAll(all.subList(0, all.size() / 3));
        Collections.shuffle(stirred, new Random(all.size()));
        return stirred;
    }

    /** One answer of a cell such as {@code A 0 good x65}. */
    private record Said(LocationId location, int second, String word) {

        static List<Said> all(String cell) {
            return words(cell).stream().flatMap(text -> repeated(text).stream()).toList();
        }

        private static List<Said> repeated(String text) {
            String[] parts = text.split(" ", -1);
            int times = parts.length > 3 ? Integer.parseInt(parts[3].substring(1)) : 1;
            int first = Integer.parseInt(parts[1]);
            LocationId location = new LocationId(parts[0].toLowerCase(Locale.ROOT));
            return IntStream.range(0, times)
                    .mapToObj(i -> new Said(location, first + i, parts[2]))
                    .toList();
        }
    }
}
