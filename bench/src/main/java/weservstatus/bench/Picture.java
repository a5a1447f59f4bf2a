package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What services do to pictures, right and wrong; every operation gives a new picture. */
final class Picture {
    private Picture() {}

    /** Maps the pixel at a place to the pixel there in the new picture. */
    @FunctionalInterface
    interface Place {
        int at(int x, int y);
    }

    static BufferedImage of(int width, int height, Place place) {
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                made.setRGB(x, y, place.at(x, y));
            }
        }
        return made;
    }

    static BufferedImage of(BufferedImage like, Place place) {
        return of(like.getWidth(), like.getHeight(), place);
    }

    /** Takes pixels from other places of the picture; beyond its edges they repeat. */
    static BufferedImage moved(BufferedImage from, int width, int height, double[] map) {
        return of(
                width,
                height,
                (x, y) ->
                        clamped(
                                from,
                                (int) Math.floor(map[0] + map[1] * (x + 0.5)),
                                (int) Math.floor(map[2] + map[3] * (y + 0.5))));
    }

    static int clamped(BufferedImage from, int x, int y) {
        return from.getRGB(
                Math.clamp(x, 0, from.getWidth() - 1), Math.clamp(y, 0, from.getHeight() - 1));
    }

    static BufferedImage mapped(BufferedImage from, IntUnaryOperator colour) {
        return of(from, (x, y) -> colour.applyAsInt(from.getRGB(x, y)));
    }

    /** Each channel by itself, alpha untouched. */
    static BufferedImage levels(BufferedImage from, IntUnaryOperator level) {
        return mapped(from, argb -> each(argb, level));
    }

    static int each(int argb, IntUnaryOperator level) {
        return (argb & 0xff000000)
                | Math.clamp(level.applyAsInt(argb >> 16 & 255), 0, 255) << 16
                | Math.clamp(level.applyAsInt(argb >> 8 & 255), 0, 255) << 8
                | Math.clamp(level.applyAsInt(argb & 255), 0, 255);
    }

    /** A mix of two pictures of one size: 0 is the first, 1 the second. */
    static BufferedImage mixed(BufferedImage one, BufferedImage other, double share) {
        return of(one, (x, y) -> mixed(one.getRGB(x, y), other.getRGB(x, y), share));
    }

    private static int mixed(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            double from = one >>> shift & 255;
            double to = other >>> shift & 255;
            mixed |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return mixed;
    }

    static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With the tables of the Independent JPEG Group. */
    static byte[] jpeg(BufferedImage picture, int quality) {
        BufferedImage opaque =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                throw new IllegalStateException("no reader for these bytes");
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
