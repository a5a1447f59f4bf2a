package weservstatus.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bounds-checked reading of a file's bytes; reading past the end means that it was cut short. */
@SuppressWarnings("ArrayRecordComponent") // A body is large, read once and never compared.
record Bytes(byte[] data) {

    int length() {
        return data.length;
    }

    int u8(long at) throws UnreadableException {
        require(at, 1);
        return data[(int) at] & 0xff;
    }

    int u16(long at) throws UnreadableException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws UnreadableException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16Little(long at) throws UnreadableException {
        return u8(at + 1) << 8 | u8(at);
    }

    int u24Little(long at) throws UnreadableException {
        return u8(at + 2) << 16 | u16Little(at);
    }

    long u32Little(long at) throws UnreadableException {
        return (long) u16Little(at + 2) << 16 | u16Little(at);
    }

    /** An unsigned big-endian number of 0 to 8 bytes; beyond 63 bits it is refused. */
    long unsigned(long at, int bytes) throws UnreadableException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | u8(at + i);
        }
        if (value < 0) {
            throw new UnreadableException("a length in the file is absurd");
        }
        return value;
    }

    /** Four bytes as text. */
    String tag(long at) throws UnreadableException {
        require(at, 4);
        return new String(data, (int) at, 4, StandardCharsets.ISO_8859_1);
    }

    byte[] slice(long at, long count) throws UnreadableException {
        require(at, count);
        return Arrays.copyOfRange(data, (int) at, (int) (at + count));
    }

    boolean startsWith(int... prefix) {
        if (data.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((data[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    void require(long at, long count) throws UnreadableException {
        if (at < 0 || count < 0 || at > data.length - count) {
            throw UnreadableException.cutShort(
                    "the file ends after %d bytes, before its content does".formatted(data.length));
        }
    }
}
