package weservstatus.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;
import weservstatus.check.Catalogue;
import weservstatus.config.Fault;
import weservstatus.config.Loaded;
import weservstatus.config.Overrides;
import weservstatus.config.StatusYaml;

/** The options that say what to look at; shared by run and probe. */
final class TargetOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What to watch and how; the status.yaml of the installation by default.")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "The instance of the image service, such as https://images.example.org.")
    Optional<String> target = Optional.empty();

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description =
                    "Public folder with the test card, which lets every answer be compared with"
                            + " the picture that it must be.")
    Optional<String> origin = Optional.empty();

    @Option(
            names = "--control",
            paramLabel = "URL|none",
            description =
                    "An object on another provider that tells a blind monitor from a dead service."
                            + " A --target at a private address has none unless one is given.")
    Optional<String> control = Optional.empty();

    /**
     * The configuration with the other options applied.
     *
     * @throws BadInput with everything that is wrong
     */
    Catalogue load(Path home) {
        return loadAll(home).catalogue();
    }

    /**
     * The same with who is told and who may call.
     *
     * @throws BadInput with everything that is wrong
     */
    Loaded.Valid loadAll(Path home) {
        Loaded.Valid file = readAll(config.orElse(home.resolve("status.yaml")));
        return new Loaded.Valid(changed(file.catalogue()), file.connections());
    }

    private Catalogue changed(Catalogue catalogue) {
        Overrides overrides = new Overrides(target, origin, control);
        return switch (overrides.apply(catalogue, TargetOptions::isPrivate)) {
            case Overrides.Outcome.Applied(var changed) -> changed;
            case Overrides.Outcome.Refused(var faults) -> throw new BadInput(faults);
        };
    }

    /**
     * Reads one file strictly.
     *
     * @throws BadInput with every fault in it
     */
    static Catalogue read(Path file) {
        return readAll(file).catalogue();
    }

    private static Loaded.Valid readAll(Path file) {
        return switch (StatusYaml.load(file.toString(), text(file))) {
            case Loaded.Valid valid -> valid;
            case Loaded.Invalid(var faults) ->
                    throw new BadInput(faults.stream().map(Fault::text).toList());
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadInput(file + ": there is no such file; give the right one");
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read (" + e + "); it must be a text in UTF-8");
        }
    }

    /** A host that cannot be resolved is taken as public: the control will then tell more. */
    private static boolean isPrivate(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            return Arrays.stream(addresses).allMatch(TargetOptions::isPrivate);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }
}
