package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Expectation;
import weservstatus.observe.Answer;
import weservstatus.observe.Proof;

/** What people see of a good picture: as it came, and as it was computed. */
class TwinsTest {
    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @CsvSource({
        "card.png&w=480&output=png, image/png",
        "card.png&w=320&output=webp, image/webp",
        "card.png&w=320&output=jpg, image/jpeg",
        "card.png&w=320&output=avif, image/avif"
    })
    void aPictureIsShownAsItCame(String request, String mediaType) throws IOException {
        Recording recording = Recording.of(request);

        Proof proof = oracle.proof(recording.check(), recording.answer()).orElseThrow();

        assertThat(proof.received()).isEqualTo(recording.answer().body());
        assertThat(proof.mediaType()).isEqualTo(mediaType);
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(proof.expected()));
        assertThat(expected.getWidth()).isEqualTo(proof.width());
        assertThat(expected.getHeight()).isEqualTo(proof.height());
        assertThat(proof.fits()).isTrue();
    }

    @Test
    void whatNoBrowserShowsBecomesPng() throws IOException {
        Recording tiff = Recording.of("card.png&w=320&output=tiff");

        Proof proof = oracle.proof(tiff.check(), tiff.answer()).orElseThrow();

        assertThat(proof.mediaType()).isEqualTo("image/png");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(proof.received()));
        assertThat(shown.getWidth()).isEqualTo(320);
    }

    @Test
    void aWrongPictureProvesNothing() {
        Recording asked = Recording.of("card.png&w=320&flip&output=png");
        Answer mirrored = Recording.of("card.png&w=320&flop&output=png").answer();

        assertThat(oracle.proof(asked.check(), mirrored)).isEmpty();
    }

    @Test
    void aCheckThatComputesNoPictureHasNone() {
        Recording asked = Recording.of("card.png&w=480&output=png");

        Optional<Proof> proof =
                oracle.proof(
                        asked.check().expecting(List.of(new Expectation.StatusIs(200))),
                        asked.answer());

        assertThat(proof).isEmpty();
    }
}
