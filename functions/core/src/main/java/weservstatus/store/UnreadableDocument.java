package weservstatus.store;

import java.io.Serial;

/** A stored document is not of the form that this version writes; says where and why. */
public final class UnreadableDocument extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    public UnreadableDocument(String path, String reason) {
        super(path + ": " + reason);
    }

    public UnreadableDocument(String path, String reason, Throwable cause) {
        super(path + ": " + reason, cause);
    }
}
