package weservstatus.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Does to pictures what a faulty service would, and packs them again in their own format. */
final class Painting {
    private static final float QUALITY = 0.8f;

    private Painting() {}

    /** Repaints a still that the JDK can write; others are told as they are. */
    static Told repainted(Told told, UnaryOperator<BufferedImage> change) {
        return repacked(told, change, QUALITY);
    }

    /**
     * @param quality of a JPEG, 0 to 1
     */
    static Told repacked(Told told, UnaryOperator<BufferedImage> change, float quality) {
        if (!told.isPicture() || isAnimation(told.body())) {
            return told;
        }
        for (String format : new String[] {"png", "jpeg", "gif", "tiff"}) {
            if (told.isOf("image/" + format)) {
                return told.body(encoded(change.apply(decoded(told.body())), format, quality));
            }
        }
        return told;
    }

    private static boolean isAnimation(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.startsWith("GIF") && text.split("!\u00f9\u0004", -1).length > 2;
    }

    static BufferedImage decoded(byte[] body) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(body));
            boolean clear = read.getColorModel().hasAlpha();
            BufferedImage plain = blank(read.getWidth(), read.getHeight(), clear);
            return drawn(plain, pen -> pen.drawImage(read, 0, 0, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encoded(BufferedImage picture, String format, float quality) {
        return encoded(picture, format, quality, false);
    }

    private static byte[] encoded(
            BufferedImage picture, String format, float quality, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
                if (progressive) {
                    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                }
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage each(BufferedImage picture, IntUnaryOperator change) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BufferedImage changed = blank(width, height, picture.getColorModel().hasAlpha());
        changed.setRGB(0, 0, width, height, Arrays.stream(pixels).map(change).toArray(), 0, width);
        return changed;
    }

    /** Each of red, green and blue by itself. */
    static BufferedImage levels(BufferedImage picture, IntUnaryOperator change) {
        return each(
                picture,
                argb ->
                        (argb & 0xff000000)
                                | (level(argb >> 16, change) << 16)
                                | (level(argb >> 8, change) << 8)
                                | level(argb, change));
    }

    private static int level(int value, IntUnaryOperator change) {
        return Math.clamp(change.applyAsInt(value & 255), 0, 255);
    }

    static BufferedImage swapped(BufferedImage picture) {
        return each(picture, p -> (p & 0xff00ff00) | ((p & 255) << 16) | ((p >> 16) & 255));
    }

    static BufferedImage grey(BufferedImage picture) {
        return each(
                picture,
                p -> {
                    int sum = ((p >> 16) & 255) * 30 + ((p >> 8) & 255) * 59 + (p & 255) * 11;
                    return (p & 0xff000000) | (sum / 100 * 0x10101);
                });
    }

    static BufferedImage mirrored(BufferedImage picture) {
        return moved(picture, new AffineTransform(-1, 0, 0, 1, picture.getWidth(), 0));
    }

    static BufferedImage upsideDown(BufferedImage picture) {
        return moved(picture, new AffineTransform(1, 0, 0, -1, 0, picture.getHeight()));
    }

    static BufferedImage turned(BufferedImage picture) {
        return moved(
                picture,
                new AffineTransform(-1, 0, 0, -1, picture.getWidth(), picture.getHeight()));
    }

    static BufferedImage shifted(BufferedImage picture, int x, int y) {
        return moved(picture, AffineTransform.getTranslateInstance(x, y));
    }

    private static BufferedImage moved(BufferedImage picture, AffineTransform how) {
        return drawn(like(picture), pen -> pen.drawImage(picture, how, null));
    }

    /** The middle part, stretched over the whole. */
    static BufferedImage zoomed(BufferedImage picture, double share) {
        int x = (int) (picture.getWidth() * (1 - share) / 2);
        int y = (int) (picture.getHeight() * (1 - share) / 2);
        BufferedImage middle =
                picture.getSubimage(x, y, picture.getWidth() - 2 * x, picture.getHeight() - 2 * y);
        return stretched(middle, picture.getWidth(), picture.getHeight());
    }

    /** Stretched by so many pixels. */
    static BufferedImage resized(BufferedImage picture, int wider, int higher) {
        return stretched(picture, picture.getWidth() + wider, picture.getHeight() + higher);
    }

    /** A JPEG in several scans; others are told as they are. */
    static Told progressive(Told told, float quality) {
        return told.isPicture() && told.isOf("image/jpeg")
                ? told.body(encoded(decoded(told.body()), "jpeg", quality, true))
                : told;
    }

    static BufferedImage upscaled(BufferedImage picture, int divisor) {
        int width = Math.max(1, picture.getWidth() / divisor);
        int height = Math.max(1, picture.getHeight() / divisor);
        return stretched(
                stretched(picture, width, height), picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage stretched(BufferedImage picture, int width, int height) {
        boolean clear = picture.getColorModel().hasAlpha();
        return drawn(
                blank(width, height, clear),
                pen -> pen.drawImage(picture, 0, 0, width, height, null));
    }

    static BufferedImage blurred(BufferedImage picture, int side) {
        float[] weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        var blur = new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null);
        return blur.filter(picture, like(picture));
    }

    /** A part, in shares of the sides, filled with one colour. */
    static BufferedImage filled(BufferedImage picture, double[] leftTopRightBottom, Color colour) {
        int left = (int) (leftTopRightBottom[0] * picture.getWidth());
        int top = (int) (leftTopRightBottom[1] * picture.getHeight());
        int right = (int) (leftTopRightBottom[2] * picture.getWidth());
        int bottom = (int) (leftTopRightBottom[3] * picture.getHeight());
        return drawn(
                each(picture, p -> p),
                pen -> {
                    pen.setColor(colour);
                    pen.fillRect(left, top, right - left, bottom - top);
                });
    }

    static BufferedImage stripes(BufferedImage picture) {
        return drawn(
                like(picture),
                pen -> {
                    for (int i = 0; i < 10; i++) {
                        pen.setColor(new Color(i * 25, 255 - i * 20, i * 70 % 256));
                        pen.fillRect(0, picture.getHeight() * i / 10, picture.getWidth(), 99);
                    }
                });
    }

    /** Alpha left out, what was clear turned white. */
    static BufferedImage opaque(BufferedImage picture) {
        return drawn(
                blank(picture.getWidth(), picture.getHeight(), false),
                pen -> {
                    pen.setColor(Color.WHITE);
                    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
                    pen.drawImage(picture, 0, 0, null);
                });
    }

    private static BufferedImage like(BufferedImage picture) {
        return blank(picture.getWidth(), picture.getHeight(), picture.getColorModel().hasAlpha());
    }

    private static BufferedImage blank(int width, int height, boolean clear) {
        int type = clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return new BufferedImage(width, height, type);
    }

    private static BufferedImage drawn(
            BufferedImage canvas, java.util.function.Consumer<Graphics2D> painter) {
        Graphics2D pen = canvas.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        painter.accept(pen);
        pen.dispose();
        return canvas;
    }
}
