package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.local.Replay;

/**
 * The shipped checks against services that lie, over real sockets. What each lie must look like to
 * us stands in {@code lies.txt}.
 */
class LiesTest {
    /**
     * One of each format, a cached one and the home page: decoding all pictures of a lie takes
     * long.
     */
    private static final String FORMATS =
            "home cached-card crop png gif tiff webp avif transparency animation base64 facts";

    private static final String CONTRACT =
            "home cached-card resize-card max-age base64 facts default-picture no-picture-named"
                    + " unknown-host private-address quota post avif";

    /** What a lie about a single value leaves alone. */
    private static final String CONTROLS = " home png";

    private static final String EACH_KIND =
            FORMATS
                    + " resize-card max-age default-picture no-picture-named unknown-host"
                    + " private-address quota post cached-fresh missing-picture head clear-cache"
                    + " other-errors too-large";

    /** Held against all shipped checks; the others against one of each kind. */
    private static final Set<String> EVERY_CHECK =
            Set.of("the truth", "every picture packed by another program", "behind a CDN");

    private static Replay replay = MoreRecordings.replay();
    private static LyingProxy proxy = LyingProxy.before(replay.target());

    @TempDir private static Path folder = Path.of("unset");

    /** A line of the table. */
    record Row(String lie, String side, String words, String noticedBy) {
        static Row of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Row(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
        }

        /** {@code all}, {@code all but a b}, {@code none}, or ids. */
        Set<String> of(Set<String> asked) {
            if (noticedBy.equals("none")) {
                return Set.of();
            }
            boolean all = noticedBy.startsWith("all");
            Set<String> named =
                    new TreeSet<>(
                            Arrays.asList(
                                    noticedBy.replaceFirst("^all( but)? ?", "").split(" ", -1)));
            if (!all) {
                return named;
            }
            Set<String> rest = new TreeSet<>(asked);
            rest.removeAll(named);
            return rest;
        }

        @Override
        public String toString() {
            return lie;
        }
    }

    @BeforeAll
    static void impatient() throws IOException {
        String shipped = Files.readString(CommandRun.HOME.resolve("status.yaml"));
        Files.writeString(
                folder.resolve("impatient.yaml"),
                shipped.replace("timeout: 10s", "timeout: 2s")
                        .replace("within: 8s", "within: 1900ms")
                        .replaceAll("slow: [36]s", "slow: 1900ms"));
    }

    @AfterAll
    static void close() throws IOException {
        proxy.close();
        replay.close();
        assertThat(replay.unknownRequests()).isEmpty();
    }

    private static Map<Lie, String> lies() {
        Map<Lie, String> lies = new LinkedHashMap<>();
        PictureLies.all().forEach(lie -> lies.put(lie, FORMATS));
        DeafLies.all().forEach(lie -> lies.put(lie, CONTROLS));
        JourneyLies.all().forEach(lie -> lies.put(lie, CONTROLS));
        Spoiling.pictures().forEach(lie -> lies.put(lie, FORMATS));
        Spoiling.bytes().forEach(lie -> lies.put(lie, FORMATS + " animated-webp"));
        OtherLies.deaf().forEach(lie -> lies.put(lie, CONTROLS));
        OtherLies.delivery().forEach(lie -> lies.put(lie, CONTRACT + " cached-fresh head"));
        OtherLies.contracts().forEach(lie -> lies.put(lie, CONTROLS));
        OtherLies.pages().forEach(lie -> lies.put(lie, CONTRACT));
        AnswerLies.bodies().forEach(lie -> lies.put(lie, FORMATS));
        AnswerLies.headers().forEach(lie -> lies.put(lie, CONTRACT));
        AnswerLies.contracts().forEach(lie -> lies.put(lie, CONTRACT));
        AnswerLies.statuses().forEach(lie -> lies.put(lie, CONTRACT));
        AnswerLies.connections().forEach(lie -> lies.put(lie, CONTRACT));
        return lies;
    }

    static Stream<Row> rows() throws IOException {
        Path table = CommandRun.HOME.resolve("cli/src/test/resources/lies.txt");
        return Files.readAllLines(table).stream()
                .filter(line -> line.contains("|") && !line.startsWith("#"))
                .map(Row::of);
    }

    @Test
    void everyLieStandsInTheTableOnce() throws IOException {
        assertThat(rows().map(Row::lie))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        lies().keySet().stream().map(Lie::name).toList())
                .hasSizeGreaterThan(240);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isFoundByTheRightChecksOnTheRightSideAndNamed(Row row) {
        Map.Entry<Lie, String> lie =
                lies().entrySet().stream()
                        .filter(each -> each.getKey().name().equals(row.lie()))
                        .findFirst()
                        .orElseThrow();

        String named =
                lie.getValue().equals(CONTROLS) ? row.noticedBy() + CONTROLS : lie.getValue();
        Map<String, JsonNode> seen = probe(lie.getKey(), named);

        assertThat(seen).isNotEmpty();
        Map<String, JsonNode> bad = new LinkedHashMap<>(seen);
        bad.values().removeIf(LiesTest::isGood);
        assertThat(bad.keySet()).isEqualTo(row.of(seen.keySet()));
        assertThat(bad.values())
                .allSatisfy(check -> {
                    assertThat(check.path("side").asString()).isEqualTo(row.side());
                    assertThat(check.path("result").asString())
                            .isEqualTo(row.side().equals("blocked") ? "blocked" : "failed");
                    assertThat(check.path("message").asString()).contains(row.words());
                });
    }

    static Stream<String> harmless() {
        return changes().map(Lie::name);
    }

    private static Stream<Lie> changes() {
        return Stream.concat(HarmlessChanges.all().stream(), OtherHarmless.all().stream());
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void staysSilentAboutHarmlessChanges(String name) {
        Lie change = changes().filter(each -> each.name().equals(name)).findFirst().orElseThrow();

        Map<String, JsonNode> seen = probe(change, EVERY_CHECK.contains(name) ? "" : EACH_KIND);

        assertThat(seen.values()).hasSizeGreaterThan(15).allMatch(LiesTest::isGood);
    }

    @Test
    void whatAServiceThatReadsFromItselfProvesIsMore() {
        assertThat(unproven(JourneyLies.readingItself())).isEmpty();
        assertThat(unproven(Lie.NONE))
                .containsExactlyInAnyOrder(
                        "the service does not read from itself, so only the structure is proven",
                        "the service does not read from itself, so turning is proven one way only");
    }

    private static List<String> unproven(Lie lie) {
        Map<String, JsonNode> seen = probe(lie, "avif-pixels turned-back");
        assertThat(seen.values()).hasSize(2).allMatch(LiesTest::isGood);
        return seen.values().stream()
                .flatMap(check -> check.path("steps").values().stream())
                .filter(step -> !step.path("unproven").isNull())
                .map(step -> step.path("unproven").asString())
                .toList();
    }

    private static boolean isGood(JsonNode check) {
        return Set.of("passed", "slow").contains(check.path("result").asString());
    }

    private static Map<String, JsonNode> probe(Lie lie, String checks) {
        proxy.tell(lie);
        boolean waits = lie.name().matches(".*(silent|stalled|one byte after).*");
        Path config =
                waits ? folder.resolve("impatient.yaml") : CommandRun.HOME.resolve("status.yaml");
        List<String> arguments = new ArrayList<>(List.of("probe", "--json"));
        arguments.addAll(checks.isEmpty() ? List.of() : List.of(checks.strip().split(" ", -1)));
        arguments.addAll(List.of("--config", config.toString()));
        arguments.addAll(List.of("--target", proxy.url().toString()));
        arguments.addAll(List.of("--origin", replay.origin().toString()));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        return JsonMapper.shared().readTree(run.out()).path("checks").values().stream()
                .collect(
                        Collectors.toMap(
                                check -> check.path("id").asString(), Function.identity()));
    }
}
