package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.TestPicture;

/** What goes wrong with size, format, file or the whole picture. */
final class FileFaults {
    private FileFaults() {}

    /** One answer of each kind, by name. */
    static Map<String, Sample> of(Subject subject, Subject other) {
        BufferedImage honest = subject.honest();
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("size: two columns less", png(honest.getSubimage(0, 0, 318, 240)));
        samples.put("the source, untouched", png(subject.source()));
        samples.put("turned by 90 degrees", png(turned(honest)));
        samples.put("another picture", png(other.honest()));
        samples.put("JPEG for PNG", Sample.jpeg(Subject.AS_PNG, honest, 90));
        samples.put("quality 10 for 80", Sample.jpeg(Subject.ASKED + "&output=jpg", honest, 10));
        byte[] whole = Picture.encoded(honest, "png");
        samples.put("cut at two thirds", cut(whole, whole.length * 2 / 3, honest));
        BufferedImage alpha = subject.source(TestPicture.ALPHA).getFirst();
        samples.put("alpha lost", Sample.png("card-alpha.png&output=png", opaque(alpha)));
        BufferedImage frame = subject.source(TestPicture.ANIMATION).getFirst();
        samples.put(
                "animation with one frame",
                new Sample(
                        "card-anim.gif&n=-1&output=gif",
                        "gif",
                        Picture.encoded(frame, "gif"),
                        Optional.of(frame)));
        return samples;
    }

    private static Sample png(BufferedImage picture) {
        return Sample.png(Subject.AS_PNG, picture);
    }

    /** A viewer shows what came; what did not come stays grey. */
    private static Sample cut(byte[] whole, int length, BufferedImage honest) {
        return new Sample(
                Subject.AS_PNG,
                "png",
                Arrays.copyOf(whole, length),
                Optional.of(PictureFault.half(honest)));
    }

    private static BufferedImage turned(BufferedImage p) {
        int width = p.getHeight();
        int height = p.getWidth();
        return Picture.of(width, height, (x, y) -> p.getRGB(y, width - 1 - x));
    }

    private static BufferedImage opaque(BufferedImage p) {
        return Picture.mapped(p, argb -> argb >>> 24 == 0 ? 0xff000000 : argb | 0xff000000);
    }
}
