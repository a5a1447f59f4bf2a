package weservstatus.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Which version of the product runs. */
public final class Version {
    private Version() {}

    /** Such as {@code 0.1.0}; written into the jar by the build. */
    public static String current() {
        try (InputStream stream =
                Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
