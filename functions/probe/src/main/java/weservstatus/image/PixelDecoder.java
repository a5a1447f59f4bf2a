package weservstatus.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import weservstatus.check.ImageFormat;

/** Decodes with ImageIO's readers and, for WebP, TwelveMonkeys; nothing is cached on disk. */
final class PixelDecoder implements Decoder {
    private static final Map<ImageFormat, ImageReaderSpi> PROVIDERS = providers();

    @Override
    public List<Raster> frames(PictureFacts facts, Bytes bytes) throws UnreadableException {
        if (facts.frames().size() == 1) {
            return List.of(whole(facts.format(), bytes, 0));
        }
        List<Raster> parts = new ArrayList<>();
        for (int i = 0; i < facts.frames().size(); i++) {
            parts.add(
                    facts.format() == ImageFormat.WEBP
                            ? whole(ImageFormat.WEBP, WebpFile.frameAsStill(bytes, i), 0)
                            : whole(facts.format(), bytes, i));
        }
        return Animation.composed(facts, parts);
    }

    private static Raster whole(ImageFormat format, Bytes bytes, int index)
            throws UnreadableException {
        ImageReader reader = reader(format);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.data()))) {
            reader.setInput(in, false, true);
            return Pixels.of(reader.read(index));
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableException(
                    "damaged: the %s cannot be decoded (%s)"
                            .formatted(format.label(), broken.getMessage()));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ImageFormat format) throws UnreadableException {
        try {
            return provider(format).createReaderInstance();
        } catch (IOException unavailable) {
            throw new UnreadableException("no reader for " + format.label());
        }
    }

    private static ImageReaderSpi provider(ImageFormat format) throws UnreadableException {
        ImageReaderSpi provider = PROVIDERS.get(format);
        if (provider == null) {
            throw new UnreadableException("no reader for " + format.label());
        }
        return provider;
    }

    private static Map<ImageFormat, ImageReaderSpi> providers() {
        ImageIO.setUseCache(false);
        Map<ImageFormat, ImageReaderSpi> providers = new EnumMap<>(ImageFormat.class);
        for (ImageFormat format : ImageFormat.values()) {
            IIORegistry.getDefaultInstance()
                    .getServiceProviders(
                            ImageReaderSpi.class, spi -> reads((ImageReaderSpi) spi, format), true)
                    .forEachRemaining(provider -> providers.put(format, provider));
        }
        providers.put(ImageFormat.WEBP, new WebPImageReaderSpi());
        return providers;
    }

    /** The JDK's own readers: what else lies on the class path must not change a verdict. */
    private static boolean reads(ImageReaderSpi provider, ImageFormat format) {
        return provider.getClass().getName().startsWith("com.sun.imageio.")
                && List.of(provider.getMIMETypes()).contains(format.mediaType());
    }
}
