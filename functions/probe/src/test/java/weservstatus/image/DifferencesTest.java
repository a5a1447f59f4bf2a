package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import weservstatus.observe.Answer;

/** What people see of a wrong picture: expected beside received beside difference. */
class DifferencesTest {
    private static final int GAP = 8;
    private static final int BLACK = 0xff000000;
    private static final int MAGENTA = 0xffff00ff;

    private final Oracle oracle = new Oracle();

    @Test
    void anHonestPictureDiffersNowhereMuch() throws IOException {
        Recording honest = Recording.of("card.png&w=480&output=png");

        BufferedImage strip = strip(honest, honest.answer());

        assertThat(strip.getWidth()).isEqualTo(3 * 480 + 2 * GAP);
        assertThat(strip.getHeight()).isEqualTo(360);
        assertThat(strip.getRGB(20, 20)).isEqualTo(strip.getRGB(480 + GAP + 20, 20));
        assertThat(strip.getRGB(2 * (480 + GAP) + 20, 20)).isEqualTo(BLACK);
    }

    @Test
    void whatDiffersIsBright() throws IOException {
        Recording asked = Recording.of("card.png&w=320&flip&output=png");
        Answer mirrored = Recording.of("card.png&w=320&flop&output=png").answer();

        BufferedImage strip = strip(asked, mirrored);

        assertThat(strip.getRGB(2 * (320 + GAP) + 20, 20) & 0xff).isGreaterThan(60);
    }

    @Test
    void whatOnlyOneOfThemHasIsMarked() throws IOException {
        Recording asked = Recording.of("card.png&w=480&output=png");
        Answer smaller = Recording.of("card.png&w=200&output=png").answer();

        BufferedImage strip = strip(asked, smaller);

        assertThat(strip.getWidth()).isEqualTo(3 * 480 + 2 * GAP);
        assertThat(strip.getRGB(480 + GAP + 199, 20) >>> 24).isEqualTo(255);
        assertThat(strip.getRGB(480 + GAP + 200, 20) >>> 24).isZero();
        assertThat(strip.getRGB(strip.getWidth() - 1, 359)).isEqualTo(MAGENTA);
    }

    @Test
    void whatIsNoPictureHasNoDifference() {
        Recording asked = Recording.of("card.png&w=480&output=png");
        Answer whole = asked.answer();
        byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);

        assertThat(oracle.difference(asked.check(), with(whole, half))).isEmpty();
        assertThat(oracle.difference(asked.check(), with(whole, new byte[0]))).isEmpty();
        assertThat(oracle.difference(asked.check(), with(whole, html))).isEmpty();
    }

    private BufferedImage strip(Recording asked, Answer answer) throws IOException {
        Optional<byte[]> png = oracle.difference(asked.check(), answer);
        return ImageIO.read(new ByteArrayInputStream(png.orElseThrow()));
    }

    private static Answer with(Answer answer, byte[] body) {
        return new Answer(
                answer.status(),
                answer.headers(),
                body,
                answer.httpVersion(),
                answer.remoteAddress(),
                answer.tls());
    }
}
