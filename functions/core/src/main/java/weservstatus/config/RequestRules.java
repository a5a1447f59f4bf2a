package weservstatus.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.CachePath;

/** What the parts of a check's request must have in common. */
final class RequestRules {
    private RequestRules() {}

    /** The same in JSON Schema, as far as it looks at neighbours. */
    static Map<String, Object> schema() {
        Map<String, Object> hasNonce = Map.of("pattern", "\\{nonce\\}");
        Map<String, Object> hasOrigin = Map.of("pattern", "\\{origin\\}");
        return Map.of(
                "allOf",
                List.of(
                        implies("cache", Map.of("const", "miss"), "path", hasNonce),
                        implies("cache", Map.of("const", "hit"), "path", Map.of("not", hasNonce)),
                        implies(
                                "onlyWithoutOrigin",
                                Map.of("const", true),
                                "path",
                                Map.of("not", hasOrigin)),
                        implies(
                                "method",
                                Map.of("const", "HEAD"),
                                "expect",
                                ExpectationRules.withoutBodySchema())));
    }

    private static Map<String, Object> implies(
            String key, Map<String, Object> holds, String other, Map<String, Object> must) {
        return Map.of(
                "if",
                Map.of("properties", Map.of(key, holds), "required", List.of(key)),
                "then",
                Map.of("properties", Map.of(other, must)));
    }

    static void apply(Section check, Reading reading) {
        requireNonce(check, reading);
        requireOneUseOfTheOrigin(check, reading);
    }

    private static void requireNonce(Section check, Reading reading) {
        Optional<CachePath> cache = check.find(CheckFields.CACHE);
        Optional<String> path = check.find(CheckFields.PATH);
        if (cache.isEmpty() || path.isEmpty()) {
            return;
        }
        boolean unique = path.get().contains(Requests.NONCE);
        if (cache.get() == CachePath.MISS && !unique) {
            reading.refuse(
                    check.spotOf(CheckFields.PATH),
                    "\"cache: miss\" is said, but the answer may come from the cache",
                    "add &nonce={nonce} to the path, or say cache: hit or none");
        }
        if (cache.get() == CachePath.HIT && unique) {
            reading.refuse(
                    check.spotOf(CheckFields.PATH),
                    "\"cache: hit\" is said, but {nonce} makes every request a new one",
                    "remove {nonce}, or say cache: miss");
        }
    }

    private static void requireOneUseOfTheOrigin(Section check, Reading reading) {
        boolean needsOrigin =
                check.find(CheckFields.PATH).filter(p -> p.contains(Requests.ORIGIN)).isPresent();
        if (needsOrigin && check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false)) {
            reading.refuse(
                    check.spotOf(CheckFields.ONLY_WITHOUT_ORIGIN),
                    "the check can never run: its path has {origin}",
                    "remove onlyWithoutOrigin, or name a public picture in the path");
        }
    }
}
