package weservstatus.image;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import weservstatus.check.ImageFormat;

/** Structure of a TIFF: the first directory and that its strips lie inside the file. */
final class TiffFile {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int EXTRA_SAMPLES = 338;
    private static final int COMPRESSION = 259;
    private static final int JPEG_TABLES = 347;
    private static final int JPEG = 7;
    private static final int QUANTISATION = 0xffdb;

    private record Field(int type, long count, long at) {}

    private final Bytes bytes;
    private final boolean little;
    private final Map<Integer, Field> fields = new HashMap<>();

    private TiffFile(Bytes bytes) throws UnreadableException {
        this.bytes = bytes;
        this.little = bytes.u8(0) == 'I';
        long directory = u32(4);
        int count = u16(directory);
        for (int i = 0; i < count; i++) {
            long at = directory + 2 + 12L * i;
            Field field = new Field(u16(at + 2), u32(at + 4), at + 8);
            long size = field.count() * width(field.type());
            fields.put(
                    u16(at),
                    size <= 4 ? field : new Field(field.type(), field.count(), u32(at + 8)));
        }
    }

    static PictureFacts read(Bytes bytes) throws UnreadableException {
        TiffFile file = new TiffFile(bytes);
        file.inside(STRIP_OFFSETS, STRIP_LENGTHS);
        file.inside(TILE_OFFSETS, TILE_LENGTHS);
        if (!file.fields.containsKey(STRIP_OFFSETS) && !file.fields.containsKey(TILE_OFFSETS)) {
            throw new UnreadableException("the TIFF has no picture data");
        }
        return PictureFacts.still(
                ImageFormat.TIFF,
                (int) file.value(WIDTH, 0),
                (int) file.value(HEIGHT, 0),
                file.fields.containsKey(EXTRA_SAMPLES),
                file.encoding());
    }

    private Encoding encoding() throws UnreadableException {
        boolean lossless = value(COMPRESSION, 0) != JPEG;
        Field tables = fields.get(JPEG_TABLES);
        if (lossless || tables == null || bytes.u16(tables.at() + 2) != QUANTISATION) {
            return new Encoding(false, lossless, OptionalInt.empty(), OptionalDouble.empty());
        }
        int length = bytes.u16(tables.at() + 4) - 2;
        int[] table = JpegTables.first(bytes, tables.at() + 6, length);
        return new Encoding(false, false, JpegTables.quality(table), JpegTables.mean(table));
    }

    private void inside(int offsets, int lengths) throws UnreadableException {
        Field field = fields.get(offsets);
        for (int i = 0; field != null && i < field.count(); i++) {
            bytes.require(value(offsets, i), value(lengths, i));
        }
    }

    private long value(int tag, int index) throws UnreadableException {
        Field field = fields.get(tag);
        if (field == null || index >= field.count()) {
            throw new UnreadableException("the TIFF lacks field " + tag);
        }
        int size = width(field.type());
        long at = field.at() + (long) index * size;
        return size == 2 ? u16(at) : size == 4 ? u32(at) : bytes.u8(at);
    }

    /** Bytes of one value of a field type; 8 for the rational and double types. */
    private static int width(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11 -> 4;
            case 5, 10, 12 -> 8;
            default -> 1;
        };
    }

    private int u16(long at) throws UnreadableException {
        return little ? bytes.u16Little(at) : bytes.u16(at);
    }

    private long u32(long at) throws UnreadableException {
        return little ? bytes.u32Little(at) : bytes.u32(at);
    }
}
