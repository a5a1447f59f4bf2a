package weservstatus.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.Expectation;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;

class OracleFactsTest {
    private final Oracle oracle = new Oracle();

    /** The answer to another request in place of the right one. */
    @ParameterizedTest(name = "{0} answered as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "card.png&w=320|card.png|size: expected 320x240, got 640x480 (the size of the source",
                "card.png&w=320|card.png&w=333|size: expected 320x240, got 333x250",
                "card.png&w=333|card.png&w=320|size: expected 333x250, got 320x240",
                "card.png&w=320|card.png&w=320&ro=90|size: expected 320x240, got 240x320 (lying on its",
                "card.png&w=240&h=240&fit=cover|card.png&w=240&h=240&fit=fill|not cut but squeezed",
                "card.png&w=240&h=240&fit=cover|card.png&w=240&h=240&fit=inside|size: expected",
                "card.png&w=240&h=240&fit=fill|card.png&w=240&h=240&fit=cover|cropped or shifted",
                "card.png&w=240&h=240&fit=contain&cbg=black|card.png&w=240&h=240&fit=cover|colours:",
                "card.png&w=240&h=240&fit=contain|card.png&w=240&h=240&fit=contain&cbg=black|alpha:",
                "card.png&w=120&h=240&fit=cover&a=left|card.png&w=120&h=240&fit=cover&a=right|colours:",
                "card.png&w=120&h=240&fit=cover&a=left|card.png&w=120&h=240&fit=cover&a=center|colours: cropped",
                "card.png&w=240&h=80&fit=cover&a=top|card.png&w=240&h=80&fit=cover&a=bottom|colours:",
                "card.png&w=320&output=webp|card.png&w=320&output=jpg|format: expected webp, got jpg",
                "card.png&w=320&output=jpg|card.png&w=320&output=png|format: expected jpg, got png",
                "card.png&w=320&output=avif|card.png&w=320&output=webp|format: expected avif",
                "card.png&w=320&output=avif|card.png&w=64&output=avif|size: expected 320x240, got 64x48",
                "card.png&w=320&output=jpg|card.png&w=320&output=jpg&q=1|quality: expected 57 or better, got about 1",
                "card.png&w=320&output=jpg|card.png&w=320&output=jpg&q=20|quality: expected 57 or better, got about 20",
                "card.png&w=320&output=jpg&q=20|card.png&w=320&output=jpg&q=80|quality: expected 20, got about 80",
                "card.png&w=320&output=jpg&il|card.png&w=320&output=jpg|interlaced: expected true",
                "card.png&w=320&output=png&il|card.png&w=320&output=png|interlaced: expected true",
                "card.png&w=320&output=webp&ll|card.png&w=320&output=webp|lossless: expected true",
                "card.png&w=320&output=png&l=0|card.png&w=320&output=png|compression: expected none",
                "card-alpha.png&w=320&output=png|card-alpha.png&w=320&bg=black|alpha: expected yes, got no",
                "card-alpha.png&w=320&output=webp|card.png&w=320&output=webp|alpha: expected yes, got no",
                "card-alpha.png&w=320&output=avif|card.png&w=320&output=avif|alpha: expected yes, got no",
                "card-anim.gif&n=-1|card-anim.gif|frames: expected 4, got 1",
                "card-anim.gif&n=-1|card-anim.gif&n=2|frames: expected 4, got 2",
                "card-anim.gif&n=-1&output=webp|card-anim.gif&page=1&output=webp|frames: expected 4",
                "card-anim.gif&page=2|card-anim.gif|colours:",
                "card-exif6.jpg&w=320|card-exif6.jpg&w=320&ro=90|size: expected 320x240, got 240x320",
                "card.png&w=320&flip|card.png&w=320|colours: mirrored top-bottom",
                "card.png&w=320&flop|card.png&w=320|colours: mirrored left-right",
                "card.png&w=320&ro=180|card.png&w=320|colours: turned 180°",
                "card.png&w=320&ro=90|card.png&w=320&ro=270|colours: turned 180°",
                "card.png&w=320&filt=negate|card.png&w=320|colours: inverted",
                "card.png&w=320&filt=greyscale|card.png&w=320|colours: the effect is missing",
                "card.png&w=320&filt=sepia|card.png&w=320&filt=greyscale|colours:",
                "card.png&w=320&gam=2.2|card.png&w=320|colours: the effect is missing",
                "card.png&w=320&gam=3&output=png|card.png&w=320&gam=2.2|colours:",
                "card-alpha.png&w=320&bg=red|card-alpha.png&w=320&bg=black|colours:",
                "card-alpha.png&w=320&bg=red|card-alpha.png&w=320&bg=bogus|colours:",
                "flat.png&gam=2.2|flat.png&con=25|colours:",
                "card-border.png&trim=10|card.png&w=320|",
                "card-border.png&trim=10|card-border.png&trim=0|size: expected 320x240, got 520x400"
            })
    void tellsNeighboursApart(String asked, String answered, String words) {
        Recording request = Recording.of(asked);
        Recording other = Recording.of(answered);
        Answer answer =
                new Answer(
                        200, other.headers(), other.bytes(), "HTTP/1.1", "::1", Optional.empty());

        String complaint = request.complaint(oracle, answer);
        if (words == null) {
            assertThat(complaint).isEmpty();
        } else {
            assertThat(complaint).contains(words);
        }
    }

    @ParameterizedTest(name = "{0} cut short")
    @ValueSource(
            strings = {
                "card.png&w=320&output=jpg",
                "card.png&w=320&output=png",
                "card.png&w=320&output=gif",
                "card.png&w=320&output=webp",
                "card.png&w=320&output=avif",
                "card.png&w=320&output=tiff",
                "card-anim.gif&n=-1",
                "card-anim.gif&n=-1&output=webp"
            })
    void seesThatAFileIsCutShort(String request) {
        Recording honest = Recording.of(request);
        byte[] whole = honest.bytes();
        for (int kept : List.of(whole.length - 1, whole.length * 9 / 10, whole.length / 2)) {
            Answer cut = honest.answer(Arrays.copyOf(whole, kept));

            assertThat(honest.complaint(oracle, cut)).as("%d bytes", kept).contains("file: ");
        }
    }

    /** Whatever the bytes are, the answer is findings. */
    @ParameterizedTest(name = "{0} damaged")
    @ValueSource(
            strings = {
                "card.png&w=64&output=jpg",
                "card.png&w=64&output=png",
                "card.png&w=64&output=gif",
                "card.png&w=64&output=webp",
                "card.png&w=64&output=avif",
                "card.png&w=64&output=tiff",
                "card-anim.gif&n=-1&output=webp"
            })
    void neverThrowsWhateverTheBytesAre(String request) {
        Recording honest = Recording.of(request);
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = honest.bytes();
            for (int i = 0; i < 1 + round % 7; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            assertThat(honest.judged(oracle, honest.answer(damaged))).isNotEmpty();
        }
    }

    @Test
    void refusesAnotherContentTypeThanTheBytes() {
        Recording honest = Recording.of("card.png&w=320&output=jpg");
        Answer answer =
                new Answer(
                        200,
                        List.of(new Header("Content-Type", "image/webp")),
                        honest.bytes(),
                        "HTTP/1.1",
                        "::1",
                        Optional.empty());

        assertThat(honest.complaint(oracle, answer))
                .contains("the picture is jpg but its Content-Type says `image/webp`");
    }

    @Test
    void takesTextForNoPicture() {
        Recording honest = Recording.of("card.png&w=320");

        assertThat(honest.complaint(oracle, honest.answer("<html>502</html>".getBytes(UTF_8))))
                .isEqualTo("format: expected png, got no picture");
    }

    @Test
    void judgesAnyPictureByItsFacts() {
        Recording honest = Recording.of("card-alpha.png&w=320&output=webp");
        Expectation right =
                new Expectation.ImageIs(
                        ImageFormat.WEBP,
                        OptionalInt.of(320),
                        OptionalInt.of(240),
                        OptionalInt.of(1),
                        Optional.of(true),
                        Expectation.Packing.ANY);
        Expectation wrong =
                new Expectation.ImageIs(
                        ImageFormat.WEBP,
                        OptionalInt.of(321),
                        OptionalInt.of(239),
                        OptionalInt.of(2),
                        Optional.of(false),
                        Expectation.Packing.ANY);

        assertThat(failures(oracle.judge(honest.check(), right, honest.answer()))).isEmpty();
        assertThat(failures(oracle.judge(honest.check(), wrong, honest.answer())))
                .containsExactly(
                        "width: expected 321, got 320",
                        "height: expected 239, got 240",
                        "frames: expected 2, got 1",
                        "alpha: expected no, got yes");
    }

    @Test
    void givesOneFindingForEachFact() {
        Recording honest = Recording.of("card.png&w=320&output=jpg");

        assertThat(honest.judged(oracle, honest.answer()))
                .extracting(Finding::expected)
                .containsExactly(
                        "format jpg",
                        "size 320x240",
                        "frames 1",
                        "alpha no",
                        "orientation 1",
                        "quality 57 or better",
                        "colours of the card",
                        "file whole");
    }

    @Test
    void saysWhyAPictureCannotBeComputed() {
        Recording other = Recording.ofPath("/?url={origin}/truncated.jpg&w=100");

        assertThat(other.complaint(oracle, other.answer()))
                .contains("`truncated.jpg` is not a picture of the test card");
    }

    private static List<String> failures(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.failure().stream())
                .filter(failure -> failure.reason() == FailureReason.IMAGE)
                .map(Failure::message)
                .toList();
    }
}
