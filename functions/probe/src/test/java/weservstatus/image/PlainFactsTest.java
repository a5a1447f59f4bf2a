package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Colour;
import weservstatus.check.Expectation;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Failure;

/** Facts and colours that a configuration states, held against what a real instance sent. */
class PlainFactsTest {
    private final Oracle oracle = new Oracle();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    card-anim.gif&n=-1             | delays 100 100 100 100 | -
                    card-anim.gif&n=-1             | delays 100 100 100 200 | delays: expected [100, 100, 100, 200], got [100, 100, 100, 100]
                    card-anim.gif&n=-1             | delays 100             | delays: expected [100], got [100, 100, 100, 100]
                    card-anim.gif&n=-1&output=webp | delays 100 100 100 100 | -
                    card.png&w=320&output=jpg&il   | interlaced true        | -
                    card.png&w=320&output=jpg      | interlaced true        | progressive: expected true, got false
                    card.png&w=320&output=jpg      | interlaced false       | -
                    card.png&w=320&output=png&il   | interlaced true        | -
                    card.png&w=320&output=png&il   | interlaced false       | interlaced: expected false, got true
                    card.png&w=320&output=webp&ll  | lossless true          | -
                    card.png&w=320&output=webp     | lossless true          | lossless: expected true, got false
                    card.png&w=320&output=tiff     | lossless false         | -
                    card-exif6.jpg&w=320           | orientation 1          | -
                    card.png&w=320&output=webp     | orientation 1          | -
                    card.png&w=320&output=tiff     | orientation 1          | -
                    card.png&w=320&output=png      | orientation 6          | orientation: expected 6, got 1
                    """)
    void packingIsHeldAgainstTheFile(String request, String wanted, @Nullable String said) {
        Recording recording = Recording.of(request);
        Answer answer = recording.answer();

        assertThat(complaint(recording, image(answer, packing(wanted)), answer))
                .isEqualTo(Optional.ofNullable(said));
    }

    @ParameterizedTest(name = "{0}: {1} ±{2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    flat.png&con=25            | e84c12   | 1   | -
                    flat.png&con=25            | e84c12   | 0   | -
                    flat.png&con=25            | e84b12   | 0   | colour: expected e84b12, got a pixel of e84c12
                    flat.png&con=25            | c86432   | 8   | colour: expected c86432 ±8, got a pixel of e84c12
                    flat.png&gam=2.2           | 952007   | 1   | -
                    flat.png&sat=0             | 808080   | 1   | -
                    flat.png&filt=negate       | 379bcd   | 0   | -
                    flat.png&filt=negate       | 80379bcd | 0   | colour: expected 80379bcd, got a pixel of 379bcd
                    grey128.png&gam=2.2        | 373737   | 0   | -
                    grey128.png&con=25         | gray     | 0   | -
                    card.png&w=320             | gray     | 200 | -
                    card.png&w=320             | gray     | 9   | colour: expected 808080 ±9, got a pixel of
                    card-anim.gif&n=-1         | black    | 99  | colour: expected 000000 ±99, got a pixel of
                    card.png&w=320&output=avif | gray     | 254 | colour: expected 808080 ±254, got avif, which is not decoded
                    """)
    void everyPixelIsHeldAgainstAColour(
            String request, String colour, int tolerance, @Nullable String said) {
        Recording recording = Recording.of(request);
        var wanted = new Expectation.ColourIs(Colour.parse(colour).orElseThrow(), tolerance);

        Optional<String> complaint = complaint(recording, wanted, recording.answer());

        assertThat(complaint.isPresent()).isEqualTo(said != null);
        assertThat(complaint.orElse("")).startsWith(said == null ? "" : said);
    }

    @Test
    void aBodyThatIsNoPictureHasNoColour() {
        Recording flat = Recording.of("flat.png&con=25");
        var wanted = new Expectation.ColourIs(new Colour(0xffe84c12), 254);
        byte[] whole = flat.bytes();

        assertThat(complaint(flat, wanted, flat.answer(new byte[] {'x'})))
                .contains("colour: expected e84c12, got no picture");
        assertThat(complaint(flat, wanted, flat.answer(Arrays.copyOf(whole, whole.length - 9))))
                .hasValueSatisfying(said -> assertThat(said).startsWith("file: "));
    }

    /** The service takes the tag away, so that pictures that still have it are made here. */
    @Test
    void readsTheOrientationOfEveryFormatThatHasOne() throws IOException, UnreadableException {
        byte[] jpeg =
                Files.readAllBytes(
                        Path.of(System.getProperty("repository.root"))
                                .resolve("local/src/main/resources/demo/origin/card-exif6.jpg"));
        byte[] webp = Recording.of("card.png&w=320&output=webp").bytes();
        byte[] png = Recording.of("card.png&w=320&output=png").bytes();

        assertThat(Orientation.of(ImageFormat.JPEG, new Bytes(jpeg))).isEqualTo(6);
        assertThat(Orientation.of(ImageFormat.WEBP, withExif(webp))).isEqualTo(8);
        assertThat(Orientation.of(ImageFormat.PNG, withExifChunk(png))).isEqualTo(8);
        assertThat(Orientation.of(ImageFormat.TIFF, new Bytes(exif()))).isEqualTo(8);
    }

    private static Bytes withExif(byte[] webp) {
        byte[] exif = exif();
        ByteBuffer file = ByteBuffer.allocate(webp.length + 8 + exif.length);
        file.order(ByteOrder.LITTLE_ENDIAN).put(webp, 0, WebpFile.HEADER);
        file.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(exif.length).put(exif);
        file.put(webp, WebpFile.HEADER, webp.length - WebpFile.HEADER);
        file.putInt(4, file.capacity() - 8);
        return new Bytes(file.array());
    }

    private static Bytes withExifChunk(byte[] png) {
        byte[] exif = exif();
        int header = 33;
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length).putInt(exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + exif.length);
        chunk.putInt((int) crc.getValue());
        ByteBuffer file = ByteBuffer.allocate(png.length + chunk.capacity());
        file.put(png, 0, header).put(chunk.array()).put(png, header, png.length - header);
        return new Bytes(file.array());
    }

    /** A directory of one entry: orientation 8, big-endian. */
    private static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(26);
        exif.put("MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
        return exif.putShort((short) 8).putShort((short) 0).putInt(0).array();
    }

    private Optional<String> complaint(Recording recording, Expectation wanted, Answer answer) {
        return oracle.judge(recording.check(), wanted, answer).stream()
                .flatMap(finding -> finding.failure().stream())
                .map(Failure::message)
                .findFirst();
    }

    private static Expectation image(Answer answer, Expectation.Packing packing) {
        ImageFormat format = PictureFile.formatOf(Payload.of(answer).bytes()).orElseThrow();
        return new Expectation.ImageIs(
                format,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                packing);
    }

    private static Expectation.Packing packing(String words) {
        List<String> parts = List.of(words.split(" "));
        String value = parts.getLast();
        return new Expectation.Packing(
                words.startsWith("delays") ? delays(parts) : List.of(),
                words.startsWith("orientation")
                        ? OptionalInt.of(Integer.parseInt(value))
                        : OptionalInt.empty(),
                said(words, "interlaced").map(Boolean::valueOf),
                said(words, "lossless").map(Boolean::valueOf));
    }

    private static List<Integer> delays(List<String> parts) {
        return parts.stream().skip(1).map(Integer::valueOf).toList();
    }

    private static Optional<String> said(String words, String key) {
        return Stream.of(words)
                .filter(text -> text.startsWith(key + " "))
                .map(text -> text.substring(key.length() + 1))
                .findFirst();
    }
}
