package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an honest service may answer: another encoder, another quality where it was asked for,
 * another resampler, a pixel to the side. WebP and AVIF, which Java cannot write, were made by
 * {@code bench/variants}.
 */
final class Honest {
    private final String folder;

    Honest(long seed) {
        this.folder = "variants/" + seed + "/";
    }

    /** All that there are of one card, by name. */
    Map<String, Sample> variants(Subject subject, int card) {
        Map<String, Sample> variants = new LinkedHashMap<>();
        for (int quality = 60; quality <= 90; quality += 10) {
            String asked = Subject.ASKED + "&output=jpg&q=" + quality;
            variants.put("JPEG " + quality, Sample.jpeg(asked, subject.honest(), quality));
        }
        for (int quality = 60; quality <= 80; quality += 10) {
            int q = quality;
            made(card, q, "webp", body -> Optional.of(Picture.decoded(body)))
                    .ifPresent(sample -> variants.put("WebP " + q, sample));
        }
        made(card, 60, "avif", body -> Optional.empty())
                .ifPresent(sample -> variants.put("AVIF 60 (structure)", sample));
        for (Resampler resampler : Resampler.values()) {
            BufferedImage resized =
                    resampler.resized(subject.source(), Subject.WIDTH, Subject.HEIGHT);
            variants.put("resampler " + resampler.label(), Sample.png(Subject.AS_PNG, resized));
        }
        double[] shifted = {-1, 1, 0, 1};
        BufferedImage aside =
                Picture.moved(subject.honest(), Subject.WIDTH, Subject.HEIGHT, shifted);
        variants.put("1 pixel to the side", Sample.png(Subject.AS_PNG, aside));
        return variants;
    }

    private Optional<Sample> made(
            int card,
            int quality,
            String format,
            Function<byte[], Optional<BufferedImage>> decoder) {
        String name = folder + "%02d-%d.%s".formatted(card, quality, format);
        try (InputStream in = Honest.class.getResourceAsStream(name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] body = in.readAllBytes();
            String asked = Subject.ASKED + "&output=" + format + "&q=" + quality;
            return Optional.of(new Sample(asked, format, body, decoder.apply(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
