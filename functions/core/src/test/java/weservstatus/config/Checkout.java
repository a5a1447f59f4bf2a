package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import weservstatus.check.Catalogue;

/** Files of the checkout, by their path from its top folder. */
public final class Checkout {
    private Checkout() {}

    static Path path(String file) {
        return Path.of(System.getProperty("repository.root", "."), file);
    }

    static String read(String file) {
        return read(path(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(path(file), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Compares a file with what it must hold. With {@code -Dregenerate=true} it is written instead,
     * for a look at the difference before it is committed.
     */
    static void assertUnchanged(String file, String expected) {
        if (Boolean.getBoolean("regenerate")) {
            write(file, expected);
        }
        assertThat(read(file)).isEqualTo(expected);
    }

    public static Catalogue defaultCatalogue() {
        return catalogue("status.yaml");
    }

    static Catalogue catalogue(String file) {
        return valid(file, read(file));
    }

    /** The catalogue of a text that must be valid. */
    static Catalogue valid(String file, String text) {
        return switch (StatusYaml.load(file, text)) {
            case Loaded.Valid valid -> valid.catalogue();
            case Loaded.Invalid invalid ->
                    throw new AssertionError(
                            String.join("\n", invalid.faults().stream().map(Fault::text).toList()));
        };
    }
}
