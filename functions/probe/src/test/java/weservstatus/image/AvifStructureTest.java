package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded AVIFs pass; one with a single thing wrong in its structure does not. */
class AvifStructureTest {
    private static final String REQUEST = "card.png&w=320&output=avif";
    private static final int BOX_HEADER = 8;

    private final Oracle oracle = new Oracle();

    static Stream<Recording> recorded() {
        return Stream.concat(Recording.index(), Recording.matrix())
                .filter(Recording::showsCard)
                .filter(recording -> recording.body().toString().endsWith(".avif"));
    }

    @Test
    void manyWereRecorded() {
        assertThat(recorded()).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void passesWhatWasRecorded(Recording recording) {
        assertThat(recording.complaint(oracle, recording.answer())).isEmpty();
    }

    /** Bytes put where a box begins, counted from its type on, and what is said of it. */
    @ParameterizedTest(name = "{0}+{1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ftyp | 4  | 68656963 6d696631 68656963 | format: expected avif
                    iloc | 19 | 00ffffff                   | file:
                    ispe | 8  | 00000141                   | file: the AVIF says 321x240, its picture data 320x240
                    ispe | 12 | 000000f1                   | file: the AVIF says 320x241, its picture data 320x240
                    ispe | 0  | 66726565                   | file: the AVIF does not say its size
                    colr | 0  | 66726565                   | file: the AVIF does not say what its colours mean
                    colr | 4  | 6e636c63                   | file: the AVIF says its colours in no known way: `nclc`
                    colr | 8  | 0009                       | file: the AVIF's colours are not sRGB: code points 9/2/6
                    colr | 10 | 0010                       | file: the AVIF's colours are not sRGB: code points 2/16/6
                    colr | 12 | 0009                       | file: the AVIF's colours are not sRGB: code points 2/2/9
                    colr | 14 | 81                         | file: the AVIF's colours are not sRGB: code points 2/2/6 in a damaged box
                    colr | 4  | 70726f66                   | file: the AVIF's colour profile is damaged
                    """)
    void failsWithOneThingWrong(String box, int at, String hex, String message) {
        byte[] changed = Recording.of(REQUEST).bytes();
        byte[] put = bytes(hex);
        System.arraycopy(put, 0, changed, place(changed, box) + at, put.length);

        assertThat(complaint(changed)).contains(message);
    }

    /** The recorded one says 2/2/6; other honest builds may say outright what that means. */
    @ParameterizedTest
    @CsvSource({"0001,000d,0006", "0001,0001,0001", "0006,0006,0006", "0005,0006,0005"})
    void passesOtherWordsForTheSameColours(String primaries, String transfer, String matrix) {
        byte[] changed = Recording.of(REQUEST).bytes();
        byte[] put = bytes(primaries + transfer + matrix);
        System.arraycopy(put, 0, changed, place(changed, "colr") + 8, put.length);

        assertThat(complaint(changed)).isEmpty();
    }

    @Test
    void failsWithTheSizeOfAnotherRequest() {
        assertThat(complaint(Recording.of("card.png&w=64&output=avif").bytes()))
                .contains("size: expected 320x240, got 64x48");
    }

    /** The item lies beyond the end when the file ends before it. */
    @Test
    void failsWithoutItsPictureData() {
        byte[] whole = Recording.of(REQUEST).bytes();
        int data = place(whole, "mdat") + 4;

        assertThat(complaint(Arrays.copyOf(whole, data))).contains("file: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RGB  | acsp | 0 |
                    GRAY | acsp | 0 |
                    CMYK | acsp | 0 | the AVIF's colour profile is damaged
                    RGB  | acsq | 0 | the AVIF's colour profile is damaged
                    RGB  | acsp | 1 | the AVIF's colour profile is damaged
                    """)
    void readsTheHeaderOfAProfile(String space, String signature, int beyond, String message) {
        byte[] box = new byte[4 + 132];
        write(box, 0, "prof");
        box[7] = (byte) (132 + beyond);
        write(box, 4 + 16, (space + "    ").substring(0, 4));
        write(box, 4 + 36, signature);
        List<String> said = new ArrayList<>();

        try {
            AvifColour.require(List.of(new Bytes(box)));
        } catch (UnreadableException refused) {
            said.add(refused.getMessage());
        }

        assertThat(said).isEqualTo(message == null ? List.of() : List.of(message));
    }

    private String complaint(byte[] body) {
        Recording honest = Recording.of(REQUEST);
        return honest.complaint(oracle, honest.answer(body));
    }

    /** Where the type of the first such box stands. */
    private static int place(byte[] file, String box) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(box);
        assertThat(at).isGreaterThanOrEqualTo(BOX_HEADER / 2);
        return at;
    }

    private static void write(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
