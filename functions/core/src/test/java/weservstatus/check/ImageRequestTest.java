package weservstatus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRequestTest {

    /** Widths and heights that the service answered with, from its documentation and recordings. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "w=320|320|-",
                "width=320|320|-",
                "w=320&w=64|320|-",
                "W=320|-|-",
                "w=0|-|-",
                "w=-5|-|-",
                "w=abc|-|-",
                "w=100px|100|-",
                "w=50%25|320|-",
                "w=12.5%25|80|-",
                "w=200%25|-|-",
                "h=240&dpr=2|-|480",
                "w=320&dpr=0.5|160|-",
                "w=320&dpr=9|320|-",
                "dpr=2|-|-"
            })
    void readsSizes(String query, String width, String height) {
        ImageRequest request = request(query);

        assertThat(text(request.width(640))).isEqualTo(width);
        assertThat(text(request.height(480))).isEqualTo(height);
    }

    private static String text(java.util.OptionalInt side) {
        return side.isPresent() ? String.valueOf(side.getAsInt()) : "-";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fit=cover, COVER, false",
        "fit=bogus, INSIDE, false",
        "t=fit, INSIDE, true",
        "t=fitup, INSIDE, false",
        "t=square, COVER, false",
        "t=squaredown, COVER, true",
        "t=absolute, FILL, false",
        "t=letterbox, CONTAIN, false",
        "fit=contain&we, CONTAIN, true",
        "fit=contain&we=0, CONTAIN, false",
        "fit=contain&we=false, CONTAIN, false"
    })
    void readsFits(String query, Fit fit, boolean keepsSmall) {
        assertThat(request(query).fit()).isEqualTo(fit);
        assertThat(request(query).keepsSmall()).isEqualTo(keepsSmall);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ro=90, 1", "ro=-90, 3", "ro=-450, 3", "or=180, 2", "ro=45, 0", "'', 0"})
    void readsQuarterTurns(String query, int turns) {
        assertThat(request(query).quarterTurns()).isEqualTo(turns);
    }

    @Test
    void findsTheSourceWhereverTheUrlStandsAndHoweverItIsWritten() {
        assertThat(ImageRequest.of("/any?w=3&URL=http%3A%2F%2F{origin}%2Fcard.png&nonce={nonce}"))
                .map(ImageRequest::source)
                .contains("card.png");
        assertThat(ImageRequest.of("/?w=3")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "red, ffff0000",
        "DarkSlateGray, ff2f4f4f",
        "f00, ffff0000",
        "8f00, 88ff0000",
        "00ff00, ff00ff00",
        "80ffffff, 80ffffff",
        "#123456, ff123456"
    })
    void readsColours(String text, String argb) {
        assertThat(Colour.parse(text).map(colour -> Integer.toHexString(colour.argb())))
                .contains(argb);
    }

    @Test
    void ignoresColoursThatTheServiceIgnores() {
        assertThat(Colour.parse("transparent")).isEmpty();
        assertThat(Colour.parse("12345")).isEmpty();
        assertThat(Colour.parse("bogus")).isEmpty();
    }

    @Test
    void clipsTheCropBox() {
        assertThat(request("cx=600&cy=400&cw=200&ch=200").crop(640, 480))
                .isEqualTo(Optional.of(new CropBox(600, 400, 40, 80)));
        assertThat(request("cx=900&cy=900&cw=20&ch=20").crop(640, 480))
                .isEqualTo(Optional.of(new CropBox(0, 0, 20, 20)));
        assertThat(request("crop=160,160,80,80").crop(640, 480))
                .isEqualTo(Optional.of(new CropBox(80, 80, 160, 160)));
        assertThat(request("cx=10").crop(640, 480)).isEmpty();
    }

    @Test
    void saysWhyAPictureCannotBeComputed() {
        assertThat(request("w=320&fit=cover").obstacles()).isEmpty();
        assertThat(ImageRequest.of("/?url={origin}/hello.txt").orElseThrow().obstacles())
                .containsExactly("`hello.txt` is not a picture of the test card");
        assertThat(request("bri=20&sharp&mask=star&ro=45&output=json").obstacles()).isEmpty();
        assertThat(request("w=8000").obstacles())
                .containsExactly("a picture of more than 4000000 pixels is not decoded");
    }

    private static ImageRequest request(String query) {
        return ImageRequest.of("/?url={origin}/card.png&" + query).orElseThrow();
    }
}
