package weservstatus.image;

import java.util.Optional;
import weservstatus.check.ImageFormat;

/**
 * Structure of an AVIF, which no library here decodes: brand, the primary item's extents inside the
 * file, and its declared size ({@code ispe}) equal to the size in the AV1 sequence header, and a
 * colour box ({@code colr}) that makes sense.
 */
final class AvifFile {
    private static final int BRANDS = 8;

    private AvifFile() {}

    static boolean branded(Bytes bytes) throws UnreadableException {
        long end = Math.min(bytes.u32(0), bytes.length());
        for (long at = BRANDS; at + 4 <= end; at += 4) {
            String brand = bytes.tag(at);
            if (brand.equals("avif") || brand.equals("avis")) {
                return true;
            }
        }
        return false;
    }

    static PictureFacts read(Bytes bytes) throws UnreadableException {
        HeifItems items = HeifItems.read(bytes);
        HeifItems.Size declared = items.size(items.primary());
        Av1Picture picture = picture(items, bytes, items.primary());
        Av1Sequence sequence = picture.sequence();
        if (sequence.width() != declared.width() || sequence.height() != declared.height()) {
            throw new UnreadableException(
                    "the AVIF says %dx%d, its picture data %dx%d"
                            .formatted(
                                    declared.width(),
                                    declared.height(),
                                    sequence.width(),
                                    sequence.height()));
        }
        AvifColour.require(items.said(items.primary(), "colr"));
        Optional<Integer> alpha = items.alphaOf(items.primary());
        if (alpha.isPresent()) {
            picture(items, bytes, alpha.get());
        }
        return PictureFacts.still(
                ImageFormat.AVIF,
                declared.width(),
                declared.height(),
                alpha.isPresent(),
                Encoding.quantised(picture.quantiser()));
    }

    private static Av1Picture picture(HeifItems items, Bytes bytes, int item)
            throws UnreadableException {
        return Av1Picture.read(new Bytes(items.content(bytes, item)));
    }
}
