package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import weservstatus.check.ImageFormat;

/** Structure of a GIF: every block whole, up to the trailer. */
final class GifFile {
    private static final int SCREEN = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;

    private final Bytes bytes;
    private final List<Frame> frames = new ArrayList<>();
    private boolean alpha;
    private boolean interlaced;
    private boolean clear;
    private int delay;
    private Frame.Disposal disposal = Frame.Disposal.KEEP;

    private GifFile(Bytes bytes) {
        this.bytes = bytes;
    }

    static PictureFacts read(Bytes bytes) throws UnreadableException {
        GifFile file = new GifFile(bytes);
        file.walk();
        if (file.frames.isEmpty()) {
            throw new UnreadableException("the GIF has no picture");
        }
        return new PictureFacts(
                ImageFormat.GIF,
                bytes.u16Little(SCREEN),
                bytes.u16Little(SCREEN + 2),
                file.alpha,
                file.frames,
                Encoding.interlaced(file.interlaced));
    }

    private void walk() throws UnreadableException {
        long at = 13L + tableSize(bytes.u8(SCREEN + 4));
        while (true) {
            if (at >= bytes.length()) {
                throw UnreadableException.cutShort("the GIF has no trailer");
            }
            switch (bytes.u8(at)) {
                case TRAILER -> {
                    return;
                }
                case EXTENSION -> at = extension(at + 1);
                case IMAGE -> at = image(at + 1);
                default -> throw new UnreadableException("damaged: unknown block in the GIF");
            }
        }
    }

    private static int tableSize(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private long extension(long at) throws UnreadableException {
        if (bytes.u8(at) == GRAPHIC_CONTROL) {
            int flags = bytes.u8(at + 2);
            clear = (flags & 1) != 0;
            disposal =
                    switch (flags >> 2 & 7) {
                        case 2 -> Frame.Disposal.CLEAR;
                        case 3 -> Frame.Disposal.RESTORE;
                        default -> Frame.Disposal.KEEP;
                    };
            delay = bytes.u16Little(at + 3) * 10;
        }
        return afterBlocks(at + 1);
    }

    private long image(long at) throws UnreadableException {
        int flags = bytes.u8(at + 8);
        frames.add(
                new Frame(
                        bytes.u16Little(at),
                        bytes.u16Little(at + 2),
                        bytes.u16Little(at + 4),
                        bytes.u16Little(at + 6),
                        delay,
                        disposal,
                        true));
        alpha |= clear;
        interlaced |= (flags & 0x40) != 0;
        return afterBlocks(at + 9 + tableSize(flags) + 1);
    }

    private long afterBlocks(long from) throws UnreadableException {
        long at = from;
        int size = bytes.u8(at);
        while (size != 0) {
            at += size + 1;
            size = bytes.u8(at);
        }
        return at + 1;
    }
}
