package weservstatus.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Pictures that are spoiled in ways of their own: chroma, rows, alpha, stamps, bytes. */
final class Spoiling {
    /** The graphic control extension with which each frame of a GIF begins. */
    private static final String FRAME = "!\u00f9\u0004";

    private static final String JPEG_ORIENTATION =
            "\u00ff\u00e1\u0000\42Exif\u0000\u0000MM\u0000*\u0000\u0000\u0000\u0008"
                    + "\u0000\u0001\u0001\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000\u0006"
                    + "\u0000\u0000\u0000\u0000\u0000\u0000";

    private Spoiling() {}

    static List<Lie> pictures() {
        return List.of(
                painted("half the saturation", p -> chroma(p, 0.5, 0)),
                painted("chroma moved by 16 pixels", p -> chroma(p, 1, 16)),
                painted("no blue", p -> Painting.each(p, argb -> argb & 0xffffff00)),
                painted(
                        "green and blue are swapped",
                        p ->
                                Painting.each(
                                        p,
                                        v -> (v & 0xffff0000) | ((v & 255) << 8) | (v >> 8 & 255))),
                painted("every second row dark", p -> rows(p, y -> y % 2 == 0 ? y : -1)),
                painted("a row that is stuck", p -> rows(p, y -> Math.min(y, p.getHeight() / 2))),
                painted("the halves exchanged", p -> rows(p, y -> halves(y, p.getHeight()))),
                painted("all black", p -> Painting.each(p, argb -> argb & 0xff000000)),
                painted("all white", p -> Painting.each(p, argb -> argb | 0x00ffffff)),
                painted("a stamp in the corner", p -> stamped(p, 0.85, 0.85, 1, 1)),
                painted("a white line down the middle", p -> stamped(p, 0.49, 0, 0.51, 1)),
                painted("one pixel wider", p -> Painting.resized(p, 1, 0)),
                painted("one pixel less high", p -> Painting.resized(p, 0, -1)),
                painted("packed at quality 1 before", Spoiling::packedTwice),
                painted("alpha upside down", p -> alpha(p, a -> 255 - a)),
                painted("half the alpha", p -> alpha(p, a -> a / 2)),
                painted("alpha that hides nothing", p -> alpha(p, a -> 255)));
    }

    static List<Lie> bytes() {
        return List.of(
                ofType("JPEG that asks to be turned", "image/jpeg", Spoiling::turned),
                ofType("GIF that plays once", "image/gif", s -> loops(s, "\u0001\u0000")),
                ofType("GIF without any delay", "image/gif", s -> delayed(s, "\u0000\u0000")),
                ofType(
                        "WebP animation that plays once",
                        "image/webp",
                        s ->
                                s.replace(
                                        "ANIM\u0006\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u0000",
                                        "ANIM\u0006\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u0001")),
                ofType("AVIF called HEIC", "image/avif", s -> s.replace("avif", "heic")),
                ofType(
                        "AVIF without a colour box",
                        "image/avif",
                        s -> s.replace("colrnclx", "frrenclx")),
                ofType(
                        "AVIF of another size",
                        "image/avif",
                        s -> s.replaceFirst("(?s)(ispe.{6})\u0001@", "$1\u0001A")),
                frames("animation without its last frame", 0, 1, 2),
                frames("animation of one frame four times", 0, 0, 0, 0));
    }

    private static Lie painted(String name, UnaryOperator<BufferedImage> change) {
        return Lie.always(name, told -> Painting.repainted(told, change));
    }

    private static Lie ofType(String name, String type, UnaryOperator<String> change) {
        return Lie.always(
                name,
                told ->
                        told.isPicture() && told.isOf(type)
                                ? told.body(latin(change.apply(text(told.body()))))
                                : told);
    }

    private static Lie frames(String name, int... order) {
        return ofType(name, "image/gif", gif -> isAnimation(gif) ? reordered(gif, order) : gif);
    }

    private static boolean isAnimation(String gif) {
        return gif.split(FRAME, -1).length > 2;
    }

    private static String reordered(String gif, int[] order) {
        String[] parts = gif.substring(0, gif.length() - 1).split("(?=" + FRAME + ")", -1);
        var changed = new StringBuilder(parts[0]);
        for (int frame : order) {
            changed.append(parts[1 + frame]);
        }
        return changed.append(';').toString();
    }

    private static String loops(String gif, String count) {
        String label = "NETSCAPE2.0\u0003\u0001";
        return gif.replace(label + "\u0000\u0000", label + count);
    }

    private static String delayed(String gif, String delay) {
        return isAnimation(gif) ? gif.replaceAll("(?s)(" + FRAME + ".)..", "$1" + delay) : gif;
    }

    private static String turned(String jpeg) {
        return jpeg.substring(0, 2) + JPEG_ORIENTATION + jpeg.substring(2);
    }

    private static BufferedImage packedTwice(BufferedImage picture) {
        return picture.getColorModel().hasAlpha()
                ? picture
                : Painting.decoded(Painting.encoded(picture, "jpeg", 0.01f));
    }

    private static BufferedImage stamped(BufferedImage picture, double... corners) {
        return Painting.filled(picture, corners, Color.WHITE);
    }

    private static BufferedImage alpha(BufferedImage picture, IntUnaryOperator change) {
        return picture.getColorModel().hasAlpha()
                ? Painting.each(picture, v -> (v & 0xffffff) | change.applyAsInt(v >>> 24) << 24)
                : picture;
    }

    /** Each row from another one, or black. */
    private static BufferedImage rows(BufferedImage picture, IntUnaryOperator from) {
        int width = picture.getWidth();
        BufferedImage changed = Painting.each(picture, argb -> argb & 0xff000000);
        for (int y = 0; y < picture.getHeight(); y++) {
            int source = from.applyAsInt(y);
            if (source >= 0) {
                int[] row = picture.getRGB(0, source, width, 1, null, 0, width);
                changed.setRGB(0, y, width, 1, row, 0, width);
            }
        }
        return changed;
    }

    private static int halves(int y, int height) {
        return (y + height / 2) % height;
    }

    /** Brightness as it is, colour weaker or from further left. */
    private static BufferedImage chroma(BufferedImage picture, double strength, int shift) {
        BufferedImage changed = Painting.each(picture, argb -> argb);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int here = picture.getRGB(x, y);
                int colour = picture.getRGB(Math.max(0, x - shift), y);
                changed.setRGB(x, y, mixed(here, colour, strength));
            }
        }
        return changed;
    }

    private static int mixed(int here, int colour, double strength) {
        double grey = grey(here);
        double other = grey(colour);
        int argb = here & 0xff000000;
        for (int bits = 16; bits >= 0; bits -= 8) {
            double level = grey + strength * ((colour >> bits & 255) - other);
            argb |= Math.clamp(Math.round(level), 0, 255) << bits;
        }
        return argb;
    }

    private static double grey(int argb) {
        return 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
