package weservstatus.uptime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.verdict.LatencyBaseline;
import weservstatus.verdict.Source;
import weservstatus.verdict.Trials;

/** Hour and day items as the documents that the store keeps. Reading is strict. */
public final class ItemJson {

    private record HourDocument(
            Instant hour,
            SortedMap<String, ShareDocument> components,
            String speed,
            long rounds,
            SortedMap<String, LatencyBaseline> usual,
            SortedMap<String, String> parts) {}

    private record DayDocument(
            LocalDate date,
            SortedMap<String, ShareDocument> components,
            String speed,
            SortedMap<String, Revision> revised) {}

    private record ShareDocument(
            long operational,
            long degraded,
            long partial,
            long major,
            long maintenance,
            long unobserved,
            long faulty,
            long least,
            long most,
            String latency,
            long answers,
            SortedMap<String, SortedMap<String, Long>> bad) {}

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            config ->
                                    config.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    private ItemJson() {}

    public static String write(HourItem item) {
        return MAPPER.writeValueAsString(
                new HourDocument(
                        item.hour(),
                        written(item.rollup()),
                        speed(item.rollup()),
                        item.rounds(),
                        named(item.usual(), CheckId::value),
                        parts(item)));
    }

    public static String write(DayItem item) {
        return MAPPER.writeValueAsString(
                new DayDocument(
                        item.date(),
                        written(item.rollup()),
                        speed(item.rollup()),
                        named(item.revised(), ComponentId::value)));
    }

    /**
     * Reads what {@link #write(HourItem)} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static HourItem readHour(String json) {
        HourDocument document = read(completedHour(json), HourDocument.class);
        return new HourItem(
                document.hour(),
                rollup(document.components(), document.speed()),
                document.rounds(),
                named(document.usual(), CheckId::new),
                parts(document));
    }

    private static SortedMap<String, String> parts(HourItem item) {
        SortedMap<String, String> parts = new TreeMap<>();
        item.parts().forEach((part, latency) -> parts.put(part.key(), latency.encoded()));
        return parts;
    }

    private static SortedMap<Part, Latency> parts(HourDocument document) {
        SortedMap<Part, Latency> parts = new TreeMap<>();
        document.parts().forEach((key, text) -> parts.put(Part.parse(key), new Latency(text)));
        return parts;
    }

    /**
     * Reads what {@link #write(DayItem)} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static DayItem readDay(String json) {
        DayDocument document = read(completedDay(json), DayDocument.class);
        return new DayItem(
                document.date(),
                rollup(document.components(), document.speed()),
                named(document.revised(), ComponentId::new));
    }

    private static <K, L extends Comparable<L>, V> SortedMap<L, V> named(
            SortedMap<K, V> values, Function<K, L> name) {
        SortedMap<L, V> named = new TreeMap<>();
        values.forEach((key, value) -> named.put(name.apply(key), value));
        return named;
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a valid item: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Versions before this one knew neither of the rounds nor of what is usual, nor parts of the
     * speed.
     */
    private static ObjectNode completedHour(String json) {
        ObjectNode item = completed(json);
        if (!item.has("rounds")) {
            item.put("rounds", HourItem.ALL).putObject("usual");
        }
        if (!item.has("parts")) {
            item.putObject("parts");
        }
        return item;
    }

    /** Versions before this one marked no revisions. */
    private static ObjectNode completedDay(String json) {
        ObjectNode item = completed(json);
        if (!item.has("revised")) {
            item.putObject("revised");
        }
        return item;
    }

    /** Versions before this one counted no answers. */
    private static ObjectNode completed(String json) {
        ObjectNode item = tree(json);
        for (JsonNode share : item.path("components")) {
            if (share instanceof ObjectNode object && !object.has("answers")) {
                object.put("answers", 0).putObject("bad");
            }
        }
        return item;
    }

    private static ObjectNode tree(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode item) {
                return item;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a valid item: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("not a valid item: not an object");
    }

    private static String speed(Rollup rollup) {
        return rollup.speed().encoded();
    }

    private static SortedMap<String, ShareDocument> written(Rollup rollup) {
        SortedMap<String, ShareDocument> shares = new TreeMap<>();
        rollup.components().forEach((id, share) -> shares.put(id.value(), written(share)));
        return shares;
    }

    private static ShareDocument written(Share share) {
        Tally tally = share.tally();
        return new ShareDocument(
                tally.operational(),
                tally.degraded(),
                tally.partial(),
                tally.major(),
                tally.maintenance(),
                tally.unobserved(),
                tally.faulty(),
                tally.least(),
                tally.most(),
                share.latency().encoded(),
                share.trials().total(),
                bad(share.trials()));
    }

    /** By location and check. */
    private static SortedMap<String, SortedMap<String, Long>> bad(Trials trials) {
        SortedMap<String, SortedMap<String, Long>> bad = new TreeMap<>();
        trials.bad()
                .forEach((source, count) ->
                        bad.computeIfAbsent(source.location().value(), id -> new TreeMap<>())
                                .put(source.check().value(), count));
        return bad;
    }

    private static Trials trials(ShareDocument document) {
        SortedMap<Source, Long> bad = new TreeMap<>();
        document.bad()
                .forEach((location, checks) ->
                        checks.forEach((check, count) ->
                                bad.put(
                                        new Source(new LocationId(location), new CheckId(check)),
                                        count)));
        return new Trials(document.answers(), bad);
    }

    private static Rollup rollup(SortedMap<String, ShareDocument> documents, String speed) {
        SortedMap<ComponentId, Share> shares = new TreeMap<>();
        documents.forEach((id, document) -> shares.put(new ComponentId(id), share(document)));
        return new Rollup(shares, new Latency(speed));
    }

    private static Share share(ShareDocument document) {
        Tally tally =
                new Tally(
                        document.operational(),
                        document.degraded(),
                        document.partial(),
                        document.major(),
                        document.maintenance(),
                        document.unobserved(),
                        document.faulty(),
                        document.least(),
                        document.most());
        return new Share(tally, new Latency(document.latency()), trials(document));
    }
}
