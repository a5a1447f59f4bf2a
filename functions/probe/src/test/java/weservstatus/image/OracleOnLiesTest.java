package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same pictures with a fault fail, and the message names the difference. */
class OracleOnLiesTest {
    private static final String PNG = "card.png&w=320&output=png";
    private static final String JPEG = "card.png&w=320&output=jpg";

    private final Oracle oracle = new Oracle();

    static Stream<Arguments> faults() {
        List<Map.Entry<UnaryOperator<Raster>, String>> faults =
                List.of(
                        fault(Mutants::swapped, "red and blue are swapped"),
                        fault(Mutants::inverted, "inverted"),
                        fault(Mutants::grey, "grey"),
                        fault(Raster::flopped, "mirrored left-right"),
                        fault(Raster::flipped, "mirrored top-bottom"),
                        fault(picture -> picture.turned(2), "turned 180°"),
                        fault(OracleOnLiesTest::onItsSide, "turned 90°"),
                        fault(picture -> Mutants.zoomed(picture, 75), "cropped or shifted"),
                        fault(picture -> Mutants.zoomed(picture, 50), "cropped or shifted"),
                        fault(picture -> Mutants.shifted(picture, 40, 0), "cropped or shifted"),
                        fault(picture -> Mutants.shifted(picture, 12, 9), "cropped or shifted"),
                        fault(picture -> Mutants.blurred(picture, 2), "blurred"),
                        fault(picture -> Mutants.blurred(picture, 6), "blurred"),
                        fault(picture -> Mutants.upscaled(picture, 4), "blurred"),
                        fault(picture -> Mutants.upscaled(picture, 3), "blurred"),
                        fault(picture -> Mutants.noisy(picture, 24), "noisy"),
                        fault(picture -> Mutants.lighter(picture, 14), "too light"),
                        fault(picture -> Mutants.lighter(picture, -14), "too dark"),
                        fault(picture -> Mutants.lighter(picture, 7), "too light"),
                        fault(picture -> Mutants.gamma(picture, 0.9), "another gamma"),
                        fault(picture -> Mutants.gamma(picture, 0.8), "another gamma"),
                        fault(OracleOnLiesTest::solid, "another picture: all of it is #808080"),
                        fault(OracleOnLiesTest::stripes, "another picture"),
                        fault(OracleOnLiesTest::lowerHalfGrey, "cut short"),
                        fault(OracleOnLiesTest::cornerGone, "partly wrong"));
        return Stream.of(PNG, JPEG)
                .flatMap(request ->
                        faults.stream()
                                .map(fault ->
                                        Arguments.of(fault.getValue(), request, fault.getKey())));
    }

    private static Map.Entry<UnaryOperator<Raster>, String> fault(
            UnaryOperator<Raster> change, String words) {
        return Map.entry(change, words);
    }

    private static Raster onItsSide(Raster picture) {
        return Resampling.resize(picture.turned(1), picture.width(), picture.height());
    }

    private static Raster solid(Raster picture) {
        return Raster.filled(picture.width(), picture.height(), 0xff808080);
    }

    private static Raster stripes(Raster picture) {
        Raster result = picture;
        for (int i = 0; i < 12; i++) {
            int left = picture.width() * i / 12;
            Area stripe = new Area(left, 0, picture.width() * (i + 1) / 12, picture.height());
            result = Mutants.painted(result, stripe, 0xff000000 | i * 0x0a1507);
        }
        return result;
    }

    private static Raster lowerHalfGrey(Raster picture) {
        int half = picture.height() / 2;
        Area lower = new Area(0, half, picture.width(), picture.height());
        return Mutants.painted(picture, lower, 0xff808080);
    }

    private static Raster cornerGone(Raster picture) {
        return Mutants.painted(picture, new Area(0, 0, 64, 48), 0xff000000);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("faults")
    void namesTheFault(String words, String request, UnaryOperator<Raster> fault)
            throws UnreadableException {
        Recording honest = Recording.of(request);
        String format = request.equals(PNG) ? "png" : "jpg";
        byte[] lie = Mutants.encoded(fault.apply(honest.raster()), format);

        assertThat(honest.complaint(oracle, honest.answer(lie)))
                .startsWith("colours: ")
                .contains(words);
    }

    @Test
    void passesTheSamePicturesEncodedAgainWithoutAFault() throws UnreadableException {
        Recording png = Recording.of(PNG);
        Recording jpeg = Recording.of(JPEG);

        assertThat(png.complaint(oracle, png.answer(Mutants.encoded(png.raster(), "png"))))
                .isEmpty();
        assertThat(jpeg.complaint(oracle, jpeg.answer(Mutants.encoded(jpeg.raster(), "jpg"))))
                .isEmpty();
    }
}
