package weservstatus.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import weservstatus.check.Catalogue;

/** Files of the checkout, by their path from its top folder. */
final class Checkout {
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

    static void write(String file, String text) {
        try {
            Files.writeString(path(file), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Catalogue defaultCatalogue() {
        return catalogue("status.yaml");
    }

    static Catalogue catalogue(String file) {
        return switch (StatusYaml.load(file, read(file))) {
            case Loaded.Valid valid -> valid.catalogue();
            case Loaded.Invalid invalid ->
                    throw new AssertionError(
                            String.join("\n", invalid.faults().stream().map(Fault::text).toList()));
        };
    }
}
