package weservstatus.observe;

/**
 * A picture that came as it must, to be shown beside the one that was computed for it.
 *
 * @param received as it came; where no browser shows the format, its pixels as PNG
 * @param mediaType of {@code received}
 * @param expected as PNG, of an animation the first frame
 * @param width of both in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
public record Proof(byte[] received, String mediaType, byte[] expected, int width, int height) {
    /** Most bytes of one picture: what is larger proves no more than a smaller one. */
    public static final int MAX_PICTURE = 256 * 1024;

    /** Whether both pictures are small enough to be kept. */
    public boolean fits() {
        return received.length <= MAX_PICTURE && expected.length <= MAX_PICTURE;
    }
}
