package weservstatus.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import weservstatus.check.ImageFormat;

/** Structure of a WebP: the RIFF container whole, every chunk inside it, sizes that agree. */
final class WebpFile {
    static final int HEADER = 12;
    private static final int ALPHA = 0x10;
    private static final int ANIMATED = 0x02;
    private static final int ANIMATION_FRAME = 16;

    private final Bytes bytes;
    private final List<Frame> frames = new ArrayList<>();
    private int width;
    private int height;
    private int flags;
    private boolean alpha;
    private boolean lossless;
    private OptionalDouble quantiser = OptionalDouble.empty();

    private WebpFile(Bytes bytes) {
        this.bytes = bytes;
    }

    static PictureFacts read(Bytes bytes) throws UnreadableException {
        WebpFile file = new WebpFile(bytes);
        file.walk();
        return file.facts();
    }

    private PictureFacts facts() throws UnreadableException {
        if (frames.isEmpty()) {
            throw new UnreadableException("the WebP has no picture");
        }
        Frame first = frames.getFirst();
        if (width == 0) {
            width = first.width();
            height = first.height();
        }
        boolean animated = (flags & ANIMATED) != 0;
        if (!animated && (first.width() != width || first.height() != height)) {
            throw new UnreadableException(
                    "the WebP header says %dx%d, its picture is %dx%d"
                            .formatted(width, height, first.width(), first.height()));
        }
        return new PictureFacts(
                ImageFormat.WEBP,
                width,
                height,
                alpha,
                frames,
                new Encoding(false, lossless, OptionalInt.empty(), quantiser));
    }

    private void walk() throws UnreadableException {
        long end = bytes.u32Little(4) + 8;
        if (end > bytes.length()) {
            throw UnreadableException.cutShort(
                    "the WebP says %d bytes and has %d".formatted(end, bytes.length()));
        }
        long at = HEADER;
        while (at + 8 <= end) {
            long size = bytes.u32Little(at + 4);
            bytes.require(at + 8, size);
            chunk(bytes.tag(at), at + 8);
            at += 8 + size + (size & 1);
        }
    }

    private void chunk(String tag, long at) throws UnreadableException {
        switch (tag) {
            case "VP8X" -> {
                flags = bytes.u8(at);
                alpha |= (flags & ALPHA) != 0;
                width = bytes.u24Little(at + 4) + 1;
                height = bytes.u24Little(at + 7) + 1;
            }
            case "VP8 " -> {
                if (bytes.u24Little(at + 3) != 0x2a019d) {
                    throw new UnreadableException("damaged: no key frame in the WebP");
                }
                quantiser = OptionalDouble.of(Vp8Quantiser.of(bytes, at));
                still(bytes.u16Little(at + 6) & 0x3fff, bytes.u16Little(at + 8) & 0x3fff);
            }
            case "VP8L" -> {
                long bits = bytes.u32Little(at + 1);
                alpha |= (bits >> 28 & 1) != 0 && flags == 0;
                lossless = true;
                still((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
            }
            case "ANMF" -> animationFrame(at);
            default -> {
                // Metadata, colour profile and alpha plane: nothing to learn for the facts.
            }
        }
    }

    private void still(int pictureWidth, int pictureHeight) {
        frames.add(Frame.still(pictureWidth, pictureHeight));
    }

    private void animationFrame(long at) throws UnreadableException {
        int how = bytes.u8(at + 15);
        frames.add(
                new Frame(
                        bytes.u24Little(at) * 2,
                        bytes.u24Little(at + 3) * 2,
                        bytes.u24Little(at + 6) + 1,
                        bytes.u24Little(at + 9) + 1,
                        bytes.u24Little(at + 12),
                        (how & 1) != 0 ? Frame.Disposal.CLEAR : Frame.Disposal.KEEP,
                        (how & 2) == 0));
        lossless |= bytes.tag(at + ANIMATION_FRAME).equals("VP8L");
    }

    /** The pixels of one frame of an animation as a file of their own. */
    static Bytes frameAsStill(Bytes bytes, int index) throws UnreadableException {
        long at = HEADER;
        int seen = 0;
        while (at + 8 <= bytes.length()) {
            long size = bytes.u32Little(at + 4);
            if (bytes.tag(at).equals("ANMF") && seen++ == index) {
                long content = at + 8 + ANIMATION_FRAME;
                byte[] canvas = bytes.slice(at + 8 + 6, 6);
                return new Bytes(still(canvas, bytes.slice(content, size - ANIMATION_FRAME)));
            }
            at += 8 + size + (size & 1);
        }
        throw new UnreadableException("the WebP lacks frame " + index);
    }

    private static byte[] still(byte[] canvas, byte[] chunks) {
        // "ALPH" comes before "VP8 ", and "VP8L" may carry alpha itself.
        boolean alphaPlane = chunks.length > 4 && (chunks[0] == 'A' || chunks[3] == 'L');
        ByteBuffer file =
                ByteBuffer.allocate(HEADER + 18 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10);
        file.putInt(alphaPlane ? ALPHA : 0).put(canvas).put(chunks);
        return file.array();
    }
}
