package weservstatus.document;

import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * The items of a JSON array in one row, plain and compressed piece by piece. Each piece but the
 * first refers back to no more than the item before it and ends on a whole byte, so that the last n
 * pieces of the row can be sent as they are, whatever n is.
 */
@SuppressWarnings("ArrayRecordComponent") // Private to the package; never compared.
record PackedItems(byte[] plain, int[] plainEnds, byte[] packed, int[] packedEnds) {
    /** The items with commas between them. */
    static PackedItems of(List<byte[]> items) {
        int[] ends = new int[items.size()];
        byte[] plain = joined(items, ends);
        byte[] packed = new byte[plain.length + 64 * (items.size() + 1)];
        int[] packedEnds = new int[items.size()];
        int length = pack(plain, ends, packed, packedEnds);
        return new PackedItems(plain, ends, Arrays.copyOf(packed, length), packedEnds);
    }

    int size() {
        return plainEnds.length;
    }

    /** Where item {@code index} starts in the plain row, behind its comma. */
    int plainStart(int index) {
        return start(plainEnds, index);
    }

    private static int start(int[] ends, int index) {
        return index == 0 ? 0 : ends[index - 1] + 1;
    }

    private static byte[] joined(List<byte[]> items, int[] ends) {
        int commas = Math.max(0, items.size() - 1);
        byte[] plain = new byte[items.stream().mapToInt(item -> item.length).sum() + commas];
        int at = 0;
        for (int index = 0; index < items.size(); index++) {
            if (index > 0) {
                plain[at++] = ',';
            }
            byte[] item = items.get(index);
            System.arraycopy(item, 0, plain, at, item.length);
            at += item.length;
            ends[index] = at;
        }
        return plain;
    }

    private static int pack(byte[] plain, int[] ends, byte[] packed, int[] packedEnds) {
        int at = 0;
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            for (int index = 1; index < ends.length; index++) {
                int before = start(ends, index - 1);
                deflater.reset();
                deflater.setDictionary(plain, before, ends[index - 1] - before);
                deflater.setInput(plain, ends[index - 1], ends[index] - ends[index - 1]);
                at += deflater.deflate(packed, at, packed.length - at, Deflater.SYNC_FLUSH);
                packedEnds[index] = at;
            }
        }
        return at;
    }
}
