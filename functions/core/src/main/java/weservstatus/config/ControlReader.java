package weservstatus.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the control: a URL, or the word none. */
final class ControlReader {
    private static final String NONE = "none";

    static final Field<Optional<URI>> CONTROL =
            Field.required(
                    "control",
                    uriOrNone(),
                    "A URL at another provider that tells a blind monitor from a dead service,"
                            + " or none.",
                    "control: https://www.gstatic.com/generate_204");

    private ControlReader() {}

    static Reader<Optional<URI>> uriOrNone() {
        Reader<Optional<URI>> uri =
                Urls.any("write none, or a URL like https://www.gstatic.com/generate_204")
                        .map(Optional::of);
        return Reader.of(
                (spot, reading) ->
                        isNone(spot) ? Optional.of(Optional.empty()) : uri.read(spot, reading),
                Map.of("anyOf", List.of(Map.of("const", NONE), uri.schema())));
    }

    private static boolean isNone(Spot spot) {
        return spot.node() instanceof ScalarNode scalar && scalar.getValue().equals(NONE);
    }
}
