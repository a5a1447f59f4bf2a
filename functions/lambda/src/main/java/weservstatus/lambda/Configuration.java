package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.config.Connections;
import weservstatus.config.Fault;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.store.Blobs;

/**
 * The configuration as it lies in the bucket, looked at again every five minutes. A new version
 * that is broken changes nothing: the last valid one stays in force, in a process that starts later
 * too, for one of the functions keeps it under {@link #LAST_VALID}.
 */
final class Configuration {
    static final String NAME = "config/status.yaml";
    static final String LAST_VALID = "config/last-valid.yaml";

    /** How long a version is used before it is looked whether there is another. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    /** Bytes of a hash that name a version. */
    private static final int SHORT = 6;

    private final Blobs blobs;
    private final boolean keeps;
    private final InstantSource clock;
    private final Consumer<String> warnings;
    private Optional<Version> valid = Optional.empty();
    private String seen = "";
    private Instant looked = Instant.EPOCH;

    /** A version that can be used. */
    private record Version(String text, String name, Loaded.Valid loaded) {
        Version(String text, Loaded.Valid loaded) {
            this(text, sha256(text), loaded);
        }

        Catalogue catalogue() {
            return loaded.catalogue();
        }
    }

    /**
     * A configuration that is not read yet.
     *
     * @param keeps whether this process writes {@link #LAST_VALID}
     * @param warnings told why a new version is not taken
     */
    Configuration(Blobs blobs, boolean keeps, InstantSource clock, Consumer<String> warnings) {
        this.blobs = blobs;
        this.keeps = keeps;
        this.clock = clock;
        this.warnings = warnings;
    }

    /**
     * The newest valid version.
     *
     * @throws IllegalStateException naming every fault, when no version that was seen is valid
     */
    synchronized Catalogue current() {
        Instant now = clock.instant();
        if (valid.isPresent() && now.isBefore(looked.plus(AGAIN))) {
            return valid.get().catalogue();
        }
        String newest = text(NAME);
        looked = now;
        if (valid.isPresent() && newest.equals(seen)) {
            return valid.get().catalogue();
        }
        Version version =
                switch (newest.isEmpty() ? missing() : StatusYaml.load(NAME, newest)) {
                    case Loaded.Valid loaded -> taken(new Version(newest, loaded));
                    case Loaded.Invalid(var faults) -> lastValid(describe(faults));
                };
        seen = newest;
        valid = Optional.of(version);
        return version.catalogue();
    }

    /** What the version that {@link #current} has found connects with others. */
    synchronized Connections connections() {
        return valid.map(version -> version.loaded().connections()).orElse(Connections.NONE);
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

    /** Names the version in force: the beginning of its SHA-256; "none" before it is read. */
    synchronized String version() {
        return valid.map(Version::name).orElse("none");
    }

    private Version taken(Version version) {
        if (keeps && !text(LAST_VALID).equals(version.text())) {
            byte[] bytes = version.text().getBytes(StandardCharsets.UTF_8);
            blobs.put(LAST_VALID, new Blobs.Blob(bytes, "application/yaml"));
        }
        return version;
    }

    private Version lastValid(String faults) {
        Version last =
                valid.or(this::remembered).orElseThrow(() -> new IllegalStateException(faults));
        warnings.accept(faults + "; version " + last.name() + " stays in force");
        return last;
    }

    private Optional<Version> remembered() {
        String text = text(LAST_VALID);
        return switch (StatusYaml.load(LAST_VALID, text)) {
            case Loaded.Valid loaded -> Optional.of(new Version(text, loaded));
            case Loaded.Invalid ignored -> Optional.empty();
        };
    }

    private String text(String name) {
        return blobs.get(name)
                .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                .orElse("");
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

    private static String describe(List<Fault> faults) {
        return "the configuration is not usable: "
                + faults.stream().map(Fault::text).collect(Collectors.joining(" | "));
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
