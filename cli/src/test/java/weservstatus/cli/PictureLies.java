package weservstatus.cli;

import static weservstatus.cli.Painting.each;
import static weservstatus.cli.Painting.levels;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;

/** Answers that look fine in every header but show something else. */
final class PictureLies {
    /** The graphic control extension with which each frame of a GIF begins. */
    private static final String FRAME = "!\u00f9\u0004";

    private PictureLies() {}

    static List<Lie> all() {
        return List.of(
                painted("red and blue are swapped", Painting::swapped),
                painted("mirrored", Painting::mirrored),
                painted("upside down", Painting::upsideDown),
                painted("turned by 180 degrees", Painting::turned),
                painted("inverted", p -> each(p, argb -> argb ^ 0xffffff)),
                painted("without colour", Painting::grey),
                painted("10 % lighter", p -> levels(p, v -> v + 26)),
                painted("10 % darker", p -> levels(p, v -> v - 26)),
                painted("10 % brighter by factor", p -> levels(p, v -> v * 110 / 100)),
                painted("10 % dimmer by factor", p -> levels(p, v -> v * 90 / 100)),
                painted(
                        "another gamma",
                        p -> levels(p, v -> (int) (255 * Math.pow(v / 255.0, 1.4)))),
                painted("a red cast", p -> each(p, argb -> argb | 0x300000)),
                painted("posterised to 4 levels", p -> levels(p, v -> v / 64 * 85)),
                painted("shifted by a twentieth", p -> shifted(p, 20)),
                painted("shifted by 8 pixels", p -> Painting.shifted(p, 8, 8)),
                painted("the middle 90 %, enlarged", p -> Painting.zoomed(p, 0.9)),
                painted("the middle half, enlarged", p -> Painting.zoomed(p, 0.5)),
                painted("blurred", p -> Painting.blurred(p, 7)),
                painted("enlarged from half its size", p -> Painting.upscaled(p, 2)),
                painted("enlarged from a quarter of its size", p -> Painting.upscaled(p, 4)),
                painted("noise over all", PictureLies::noisy),
                painted("a grey quarter", p -> filled(p, 0.5, 0.5, 1, 1)),
                painted("grey from the middle down", p -> filled(p, 0, 0.5, 1, 1)),
                painted("one cell of another colour", p -> filled(p, 0.25, 1 / 3.0, 0.375, 0.5)),
                painted("all of one grey", p -> filled(p, 0, 0, 1, 1)),
                painted("another picture", Painting::stripes),
                painted("transparent turned white", Painting::opaque),
                Lie.of("every JPEG at quality 10", (asked, told) -> jpeg(told, 0.1f)),
                webp("WebP mirrored", "89c779fcf3cd49e9"),
                webp("WebP turned", "68ae8dcafbdefcdd"),
                webp("WebP with another gamma", "ff3c274a354972a8"),
                webp("WebP grey", "2307dad891c4efbb"),
                webp("WebP blurred", "69ca41c2d1588b63"),
                avif("AVIF mirrored", "62e51c9afbf816bd"),
                animation("animation backwards", new int[] {3, 2, 1, 0}),
                animation("two frames swapped", new int[] {0, 2, 1, 3}),
                animation("one frame twice", new int[] {0, 1, 1, 3}),
                Lie.of("animation twice as slow", (asked, told) -> slower(told)));
    }

    private static Lie painted(String name, UnaryOperator<BufferedImage> change) {
        return Lie.always(name, told -> Painting.repainted(told, change));
    }

    private static BufferedImage shifted(BufferedImage picture, int part) {
        return Painting.shifted(picture, picture.getWidth() / part, 0);
    }

    private static BufferedImage filled(
            BufferedImage picture, double left, double top, double right, double bottom) {
        return Painting.filled(picture, new double[] {left, top, right, bottom}, Color.GRAY);
    }

    private static BufferedImage noisy(BufferedImage picture) {
        var random = new java.util.Random(3);
        return levels(picture, v -> v + random.nextInt(81) - 40);
    }

    private static Told jpeg(Told told, float quality) {
        return told.isOf("image/jpeg") ? Painting.repacked(told, p -> p, quality) : told;
    }

    /** The card, 320 wide, as an honest service packs it after another operation. */
    private static Lie webp(String name, String recorded) {
        return Lie.of(
                name,
                (asked, told) ->
                        asked.says("w=320&output=webp")
                                ? told.body(recorded(recorded + ".webp"))
                                : told);
    }

    private static Lie avif(String name, String recorded) {
        return Lie.of(
                name,
                (asked, told) ->
                        asked.says("output=avif") ? told.body(recorded(recorded + ".avif")) : told);
    }

    static byte[] recorded(String name) {
        try {
            return Files.readAllBytes(
                    CommandRun.HOME
                            .resolve("functions/probe/src/test/resources/recorded/bodies")
                            .resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lie animation(String name, int[] order) {
        return Lie.of(name, (asked, told) -> ofAnimation(told, gif -> reordered(gif, order)));
    }

    private static Told slower(Told told) {
        return ofAnimation(
                told, gif -> gif.replace("!\u00f9\u0004\u0005\n", "!\u00f9\u0004\u0005\u0014"));
    }

    private static Told ofAnimation(Told told, UnaryOperator<String> change) {
        String body = new String(told.body(), StandardCharsets.ISO_8859_1);
        return told.isOf("image/gif") && body.split(FRAME, -1).length > 2
                ? told.body(change.apply(body).getBytes(StandardCharsets.ISO_8859_1))
                : told;
    }

    /** Each frame begins with its graphic control extension; a last byte ends the file. */
    private static String reordered(String gif, int[] order) {
        String[] parts = gif.substring(0, gif.length() - 1).split("(?=" + FRAME + ")", -1);
        var changed = new StringBuilder(parts[0]);
        for (int frame : order) {
            changed.append(parts[1 + frame]);
        }
        return changed.append(';').toString();
    }
}
