package weservstatus.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest that identities and entity tags are made of. */
public final class Sha256 {
    private Sha256() {}

    /** Digest of all parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
