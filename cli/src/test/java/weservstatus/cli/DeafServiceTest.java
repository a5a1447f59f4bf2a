package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.HttpCheck;
import weservstatus.check.Parameter;
import weservstatus.check.Rota;
import weservstatus.check.Target;
import weservstatus.local.Replay;

/**
 * A service that does not heed one parameter, whatever is asked: each of the documented ones is
 * found out by the shipped checks of an hour, on the service's side.
 */
class DeafServiceTest {
    private static final Replay REPLAY = MoreRecordings.replay();
    private static final LyingProxy PROXY = LyingProxy.before(REPLAY.target());
    private static final Catalogue CATALOGUE = catalogue();

    @AfterAll
    static void close() throws IOException {
        PROXY.close();
        REPLAY.close();
        assertThat(REPLAY.unknownRequests()).isEmpty();
    }

    static Stream<Parameter> documented() {
        return Arrays.stream(Parameter.values())
                .filter(each -> each.standing() == Parameter.Standing.DOCUMENTED);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void isFoundWithinTheHour(Parameter parameter) {
        PROXY.tell(Lie.mishearing("deaf", asked -> deaf(asked, parameter)));

        List<JsonNode> bad =
                probe(saying(parameter)).stream()
                        .filter(check -> !check.path("result").asString().equals("passed"))
                        .toList();

        assertThat(bad).anyMatch(DeafServiceTest::isHourly);
        assertThat(bad)
                .allSatisfy(check -> {
                    assertThat(check.path("result").asString()).isEqualTo("failed");
                    assertThat(check.path("side").asString()).isEqualTo("service");
                    assertThat(check.path("message").asString()).isNotBlank();
                });
    }

    /** Without an address to fetch, the service shows its home page. */
    private static Asked deaf(Asked asked, Parameter parameter) {
        return parameter == Parameter.URL
                ? new Asked(asked.method(), "/")
                : asked.without(parameter.label());
    }

    private static List<String> saying(Parameter parameter) {
        List<String> ids = new ArrayList<>();
        for (Check check : CATALOGUE.active()) {
            boolean asks = check instanceof HttpCheck http && parameter.isSaidIn(http.path());
            if (asks && check.uncachedRequests() > 0 && isHourly(check)) {
                ids.add(check.id().value());
            }
        }
        return ids;
    }

    private static boolean isHourly(JsonNode seen) {
        return isHourly(CATALOGUE.find(new CheckId(seen.path("id").asString())).orElseThrow());
    }

    private static boolean isHourly(Check check) {
        return new Rota(CATALOGUE).longestGap(check).compareTo(Duration.ofHours(1)) <= 0;
    }

    private static List<JsonNode> probe(List<String> ids) {
        List<String> arguments = new ArrayList<>(List.of("probe", "--json"));
        arguments.addAll(ids);
        arguments.addAll(List.of("--target", PROXY.url().toString()));
        arguments.addAll(List.of("--origin", REPLAY.origin().toString()));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        return List.copyOf(JsonMapper.shared().readTree(run.out()).path("checks").values());
    }

    private static Catalogue catalogue() {
        Catalogue shipped = TargetOptions.read(CommandRun.HOME.resolve("status.yaml"));
        Target target = shipped.targets().getFirst();
        Optional<URI> origin = Optional.of(REPLAY.origin());
        return shipped.withTargets(
                List.of(new Target(target.id(), target.url(), origin, target.budget())));
    }
}
