package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Variant;

/** Where honest builds differ, the oracle says which way it saw, and takes neither for a fault. */
class OracleOnVariantsTest {
    private final Oracle oracle = new Oracle();

    /** What the recorded build shows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "card-border.png&trim|trim without a value|changes nothing",
                "card.png&w=320&output=jxl|output=jxl|keeps the input's format",
                "card.png&w=320&output=jpeg|output=jpeg|keeps the input's format",
                "card.png&w=320&output=json|isPalette in output=json|absent",
                "card.png&w=320&tint=red|lightness under tint|as in CIELAB",
                "card-alpha.png&w=320&bg=80ffffff|half-transparent bg|added to the picture"
            })
    void namesWhatTheRecordedBuildDoes(String request, String trait, String seen) {
        Recording recording = Recording.of(request);

        assertThat(variants(recording.judged(oracle, recording.answer())))
                .containsExactly(new Variant(trait, seen));
    }

    /** What another build would answer, drawn in its dialect. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "card-border.png&trim|BARE_TRIM|cuts like trim=10",
                "card-border.png&trim=10&tbg=black&w=320|TRIM_COLOUR|the border's colour",
                "card.png&w=320&bri=2|BRIGHTNESS|multiplies like mod",
                "card-alpha.png&w=320&bg=80ffffff|LAYERS|blended with the picture",
                "card.png&w=200&h=100&fit=cover&ro=90|BOXED_TURN|fitted after the turn"
            })
    void knowsWhatOtherBuildsDo(String request, Trait trait, String seen) {
        Recording asked = Recording.of("card.png&w=320").asking("/?url={origin}/" + request);
        Dialect later = new Dialect(Set.of(trait));

        assertThat(variants(asked.judged(oracle, drawn(asked, Dialect.MEASURED))))
                .containsExactly(trait.seen(false));
        assertThat(variants(asked.judged(oracle, drawn(asked, later))))
                .containsExactly(new Variant(trait.seen(true).trait(), seen));
    }

    private static Answer drawn(Recording asked, Dialect dialect) {
        ImageRequest request = ImageRequest.of(asked.request()).orElseThrow();
        TestPicture source = request.picture().orElseThrow();
        Expected expected = Expected.of(request, source, new TestRasters(Card.load()), dialect);
        return asked.answer(Mutants.encoded(expected.frames().getFirst(), "png"));
    }

    @Test
    void takesARefusedPageForOneWayAndTheFirstPageForAnother() {
        Recording refused = Recording.of("card-anim.gif&page=9");
        Recording first = Recording.of("card-anim.gif");

        assertThat(variants(refused.judged(oracle, refused.answer())))
                .containsExactly(Trait.PAST_THE_END.seen(false));
        assertThat(variants(refused.judged(oracle, first.answer())))
                .containsExactly(Trait.PAST_THE_END.seen(true));
    }

    @Test
    void knowsAJxlByItsSignature() {
        Recording asked = Recording.of("card.png&w=320&output=jxl");
        byte[] jxl = {(byte) 0xff, 0x0a, 1, 2, 3};
        Answer answer =
                new Answer(
                        200,
                        List.of(new Header("Content-Type", "image/jxl")),
                        jxl,
                        "HTTP/1.1",
                        "::1",
                        Optional.empty());

        assertThat(variants(asked.judged(oracle, answer))).containsExactly(Trait.JXL.seen(true));
    }

    @Test
    void showsNothingInAWrongAnswer() {
        Recording asked = Recording.of("card-border.png&trim");
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);

        assertThat(variants(asked.judged(oracle, asked.answer(text)))).isEmpty();
    }

    private static List<Variant> variants(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.variant().stream()).toList();
    }
}
