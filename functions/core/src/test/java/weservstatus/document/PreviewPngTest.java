package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;

class PreviewPngTest {
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(SampleSnapshots.calm(), 0x1d8348),
                Arguments.of(SampleSnapshots.incident(), 0xb4530a),
                Arguments.of(SampleSnapshots.blind(), 0x5c636b));
    }

    @ParameterizedTest
    @MethodSource("states")
    void showsTheStateAsLargeAsNetworksWantIt(StatusSnapshot snapshot, int colour)
            throws IOException {
        BufferedImage picture = picture(snapshot);

        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(colours(picture)).contains(colour);
    }

    @Test
    void isDrawnWithoutAnyComponent() throws IOException {
        assertThat(colours(picture(SampleSnapshots.withoutComponents())))
                .contains(0xe6e7e4)
                .doesNotContain(0x7cc79a);
    }

    private static BufferedImage picture(StatusSnapshot snapshot) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PreviewPng.write(snapshot)));
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }
}
