package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.config.Fault;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.store.Blobs;

/**
 * The configuration as it lies in the bucket, looked at before each run. A new version that is
 * broken changes nothing where a valid one is known already.
 */
final class Configuration {
    static final String NAME = "config/status.yaml";

    private final Blobs blobs;
    private final Consumer<String> warnings;
    private Optional<Catalogue> valid = Optional.empty();
    private String text = "";

    /**
     * A configuration that is not read yet.
     *
     * @param warnings told why a new version is not taken
     */
    Configuration(Blobs blobs, Consumer<String> warnings) {
        this.blobs = blobs;
        this.warnings = warnings;
    }

    /**
     * The newest valid version.
     *
     * @throws IllegalStateException naming every fault, when no version that was seen is valid
     */
    synchronized Catalogue current() {
        String newest =
                blobs.get(NAME)
                        .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                        .orElse("");
        if (valid.isPresent() && newest.equals(text)) {
            return valid.get();
        }
        Catalogue catalogue =
                switch (newest.isEmpty() ? missing() : load(newest)) {
                    case Loaded.Valid(var loaded) -> loaded;
                    case Loaded.Invalid(var faults) -> keep(describe(faults));
                };
        text = newest;
        valid = Optional.of(catalogue);
        return catalogue;
    }

    /** The newest valid version, which must know the location. */
    Catalogue currentFor(LocationId location) {
        Catalogue catalogue = current();
        if (catalogue.locations().stream().noneMatch(known -> known.id().equals(location))) {
            String known =
                    catalogue.locations().stream()
                            .map(place -> place.id().value())
                            .collect(Collectors.joining(", "));
            throw new IllegalStateException(
                    "location %s is not in %s, which has %s; add it there or deploy with another Location"
                            .formatted(location, NAME, known));
        }
        return catalogue;
    }

    private static Loaded load(String text) {
        return StatusYaml.load(NAME, text);
    }

    private static Loaded missing() {
        return new Loaded.Invalid(
                List.of(
                        new Fault(
                                NAME,
                                1,
                                1,
                                "",
                                "is missing or empty in the bucket",
                                "put it there")));
    }

    private Catalogue keep(String faults) {
        Catalogue last = valid.orElseThrow(() -> new IllegalStateException(faults));
        warnings.accept(faults);
        return last;
    }

    private static String describe(List<Fault> faults) {
        return "the configuration is not usable: "
                + faults.stream().map(Fault::text).collect(Collectors.joining(" | "));
    }
}
