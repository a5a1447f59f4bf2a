package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An effect that was left out, or another value of it, is not taken for the one asked for. */
class OracleOnEffectsTest {
    private static final Map<String, Recording> ALL =
            Stream.concat(Recording.index(), Recording.matrix())
                    .collect(
                            Collectors.toMap(
                                    Recording::request,
                                    recording -> recording,
                                    (first, second) -> first));

    private final Oracle oracle = new Oracle();

    @ParameterizedTest(name = "{0} answered as {1}")
    @CsvSource({
        "con=10, con=-40",
        "con=-40, con=10",
        "mod=1.2, 'mod=1,0.5'",
        "'mod=1,0.5', sat=2",
        "'mod=1,1,90', hue=60",
        "hue=60, 'mod=1,1,90'",
        "sat=2, mod=1.2",
        "filt=duotone, tint=blue",
        "filt=duotone, filt=sepia",
        "tint=blue, filt=duotone",
        "tint=blue, hue=60"
    })
    void tellsAValueFromAnotherInEverySourceAndFormat(String asked, String answered) {
        assertThat(accepted(asked, answered)).isEmpty();
    }

    @ParameterizedTest(name = "{0} left out")
    @CsvSource({
        "con=-40",
        "mod=1.2",
        "'mod=1,0.5'",
        "'mod=1,1,90'",
        "sat=2",
        "hue=60",
        "filt=duotone",
        "tint=blue"
    })
    void missesAnEffectThatWasLeftOut(String asked) {
        assertThat(accepted(asked, "")).isEmpty();
    }

    @Test
    void tellsExactValuesOnPlainPictures() {
        assertThat(accepted("flat.png&con=25", List.of("con=10", "con=50", "sat=0", "hue=60")))
                .isEmpty();
        assertThat(accepted("flat.png&hue=180", List.of("hue=60", "hue=300", "tint=red")))
                .isEmpty();
        assertThat(accepted("grey128.png&mod=1.5", List.of("mod=1.2", "mod=0.8", "con=25")))
                .isEmpty();
        assertThat(accepted("flat.png&sat=0", List.of("sat=0.5", "sat=2", "filt=duotone")))
                .isEmpty();
    }

    private List<String> accepted(String request, List<String> others) {
        String source = request.substring(0, request.indexOf('&'));
        return others.stream()
                .filter(other -> {
                    Recording lie =
                            Stream.of("", "&output=png")
                                    .map(output -> ALL.get(path(source + "&" + other + output)))
                                    .filter(found -> found != null)
                                    .findFirst()
                                    .orElseThrow();
                    return passes(Recording.of(request), lie);
                })
                .toList();
    }

    /** Requests whose answer the oracle takes for right although it shows another effect. */
    private List<String> accepted(String asked, String answered) {
        List<Recording> honest =
                ALL.values().stream()
                        .filter(recording -> recording.request().contains("&w=320&" + asked + "&"))
                        // Of AVIF only the structure is judged.
                        .filter(recording -> !recording.request().endsWith("avif"))
                        .filter(recording -> ALL.containsKey(swapped(recording, asked, answered)))
                        .toList();
        assertThat(honest).hasSizeGreaterThanOrEqualTo(answered.isEmpty() ? 2 : 10);
        return honest.stream()
                .filter(recording ->
                        Optional.ofNullable(ALL.get(swapped(recording, asked, answered)))
                                .filter(lie -> passes(recording, lie))
                                .isPresent())
                .map(Recording::request)
                .toList();
    }

    private boolean passes(Recording honest, Recording lie) {
        assertThat(honest.complaint(oracle, honest.answer())).isEmpty();
        return honest.complaint(oracle, honest.answer(lie.bytes())).isEmpty();
    }

    private static String swapped(Recording recording, String asked, String answered) {
        return recording.request().replace("&" + asked, answered.isEmpty() ? "" : "&" + answered);
    }

    private static String path(String request) {
        return "/?url={origin}/" + request;
    }
}
