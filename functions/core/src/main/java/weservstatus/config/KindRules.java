package weservstatus.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A check is of exactly one kind, and says nothing that only another kind understands. */
final class KindRules {
    private static final List<Field<?>> KINDS =
            List.of(
                    CheckFields.PATH,
                    CheckFields.STEPS,
                    PlainFields.TCP,
                    PlainFields.DNS,
                    HeartbeatFields.HEARTBEAT);

    /** What belongs into a step where there are steps. */
    private static final List<Field<?>> OF_ONE_REQUEST =
            List.of(
                    CheckFields.METHOD,
                    CheckFields.HEADERS,
                    CheckFields.REDIRECTS,
                    CheckFields.EXPECT);

    private static final List<Field<?>> HTTP_ONLY =
            List.of(
                    CheckFields.METHOD,
                    CheckFields.HEADERS,
                    CheckFields.VERSION,
                    CheckFields.REDIRECTS,
                    CheckFields.CACHE,
                    CheckFields.ONLY_WITHOUT_ORIGIN,
                    CheckFields.EXPECT);

    private KindRules() {}

    static void apply(Section check, Reading reading) {
        List<Field<?>> given = KINDS.stream().<Field<?>>map(f -> f).filter(check::has).toList();
        if (given.size() > 1) {
            reading.refuse(
                    check.spotOf(given.get(1)),
                    "the check has " + names(given) + " at once",
                    "split it into several checks");
        } else if (given.isEmpty()) {
            reading.refuse(
                    check.spot(),
                    "\"path\" is missing",
                    "add it, such as path: /?url={origin}/card.png&w=320&nonce={nonce}, or one of "
                            + names(KINDS.subList(1, KINDS.size())));
        } else if (given.getFirst() == CheckFields.PATH) {
            require(check, CheckFields.CACHE, "cache: miss", reading);
            require(check, CheckFields.EXPECT, "expect: [{status: 200}]", reading);
        } else {
            if (given.getFirst() == CheckFields.STEPS) {
                require(check, CheckFields.CACHE, "cache: miss", reading);
            }
            refuseOthers(check, given.getFirst(), reading);
        }
    }

    private static void require(Section check, Field<?> field, String example, Reading reading) {
        if (!check.has(field)) {
            reading.refuse(
                    check.spot(),
                    "\"" + field.name() + "\" is missing",
                    "add it, such as " + example);
        }
    }

    private static void refuseOthers(Section check, Field<?> kind, Reading reading) {
        notSaidBy(kind).stream()
                .filter(check::has)
                .forEach(field ->
                        reading.refuse(
                                check.spotOf(field),
                                "a " + kind.name() + " check has no " + field.name(),
                                kind == CheckFields.STEPS ? "move it into a step" : "remove it"));
    }

    /** Exactly one kind, with what it needs and without what it does not know. */
    static Map<String, Object> schema() {
        return Map.of("oneOf", KINDS.stream().map(KindRules::schemaOf).toList());
    }

    private static Map<String, Object> schemaOf(Field<?> kind) {
        return Map.of(
                "allOf",
                required(neededBy(kind)),
                "not",
                Map.of("anyOf", required(unknownTo(kind))));
    }

    private static List<Field<?>> neededBy(Field<?> kind) {
        if (kind == CheckFields.PATH) {
            return List.of(kind, CheckFields.CACHE, CheckFields.EXPECT);
        }
        return kind == CheckFields.STEPS ? List.of(kind, CheckFields.CACHE) : List.of(kind);
    }

    private static List<Field<?>> unknownTo(Field<?> kind) {
        List<Field<?>> unknown = new ArrayList<>(notSaidBy(kind));
        KINDS.stream().filter(other -> other != kind).forEach(unknown::add);
        return unknown;
    }

    private static List<Field<?>> notSaidBy(Field<?> kind) {
        if (kind == CheckFields.PATH) {
            return List.of();
        }
        if (kind == CheckFields.STEPS) {
            return OF_ONE_REQUEST;
        }
        List<Field<?>> unknown = new ArrayList<>(HTTP_ONLY);
        if (kind != PlainFields.TCP) {
            unknown.add(CheckFields.FAMILY);
        }
        if (kind == HeartbeatFields.HEARTBEAT) {
            unknown.add(CheckFields.TIMEOUT);
        }
        return unknown;
    }

    private static List<Map<String, Object>> required(List<Field<?>> fields) {
        return fields.stream()
                .map(field -> Map.<String, Object>of("required", List.of(field.name())))
                .toList();
    }

    private static String names(List<Field<?>> fields) {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
