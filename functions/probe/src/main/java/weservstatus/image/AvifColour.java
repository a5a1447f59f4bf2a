package weservstatus.image;

import java.util.List;
import java.util.Set;

/**
 * How the numbers of an AVIF become colours: its colour boxes ({@code colr}, ISO/IEC 14496-12,
 * 12.1.5) carry an ICC profile or code points of ITU-T H.273. The service works in sRGB, so any
 * other code points would show its pictures in wrong colours, and without a box each viewer
 * guesses.
 */
final class AvifColour {
    private static final int UNSPECIFIED = 2;

    /** BT.709, whose primaries sRGB has; BT.601 of 625 and of 525 lines. */
    private static final Set<Integer> PRIMARIES = Set.of(1, UNSPECIFIED, 5, 6);

    /** BT.709, BT.601, sRGB. */
    private static final Set<Integer> TRANSFERS = Set.of(1, UNSPECIFIED, 6, 13);

    /** RGB as it is, BT.709, BT.601 of 625 and of 525 lines. */
    private static final Set<Integer> MATRICES = Set.of(0, 1, UNSPECIFIED, 5, 6);

    private static final int CODE_POINTS = 11;

    /** The header of an ICC profile (ICC.1, 7.2). */
    private static final int PROFILE_HEADER = 128;

    private AvifColour() {}

    /**
     * @param boxes of the primary picture
     * @throws UnreadableException with the reason, where the colours are left open or are no sRGB
     */
    static void require(List<Bytes> boxes) throws UnreadableException {
        if (boxes.isEmpty()) {
            throw new UnreadableException("the AVIF does not say what its colours mean");
        }
        for (Bytes box : boxes) {
            switch (box.tag(0)) {
                case "nclx" -> codePoints(box);
                case "prof", "rICC" -> profile(box);
                default ->
                        throw new UnreadableException(
                                "the AVIF says its colours in no known way: `%s`"
                                        .formatted(box.tag(0)));
            }
        }
    }

    private static void codePoints(Bytes box) throws UnreadableException {
        int primaries = box.u16(4);
        int transfer = box.u16(6);
        int matrix = box.u16(8);
        boolean whole = box.length() == CODE_POINTS && (box.u8(10) & 0x7f) == 0;
        boolean ours =
                PRIMARIES.contains(primaries)
                        && TRANSFERS.contains(transfer)
                        && MATRICES.contains(matrix);
        if (!whole || !ours) {
            throw new UnreadableException(
                    "the AVIF's colours are not sRGB: code points %d/%d/%d%s"
                            .formatted(
                                    primaries, transfer, matrix, whole ? "" : " in a damaged box"));
        }
    }

    private static void profile(Bytes box) throws UnreadableException {
        long length = box.length() - 4L;
        if (length < PROFILE_HEADER
                || box.u32(4) != length
                || !box.tag(4 + 36).equals("acsp")
                || !Set.of("RGB ", "GRAY").contains(box.tag(4 + 16))) {
            throw new UnreadableException("the AVIF's colour profile is damaged");
        }
    }
}
