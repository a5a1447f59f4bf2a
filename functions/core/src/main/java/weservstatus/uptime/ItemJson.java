package weservstatus.uptime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
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
import weservstatus.verdict.Source;
import weservstatus.verdict.Trials;

/** Hour and day items as the documents that the store keeps. Reading is strict. */
public final class ItemJson {

    private record HourDocument(
            Instant hour, SortedMap<String, ShareDocument> components, String speed) {}

    private record DayDocument(
            LocalDate date, SortedMap<String, ShareDocument> components, String speed) {}

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
                new HourDocument(item.hour(), written(item.rollup()), speed(item.rollup())));
    }

    public static String write(DayItem item) {
        return MAPPER.writeValueAsString(
                new DayDocument(item.date(), written(item.rollup()), speed(item.rollup())));
    }

    /**
     * Reads what {@link #write(HourItem)} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static HourItem readHour(String json) {
        HourDocument document = read(json, HourDocument.class);
        return new HourItem(document.hour(), rollup(document.components(), document.speed()));
    }

    /**
     * Reads what {@link #write(DayItem)} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static DayItem readDay(String json) {
        DayDocument document = read(json, DayDocument.class);
        return new DayItem(document.date(), rollup(document.components(), document.speed()));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.treeToValue(completed(MAPPER.readTree(json)), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a valid item: " + e.getOriginalMessage(), e);
        }
    }

    /** Versions before this one counted no answers. */
    private static JsonNode completed(JsonNode item) {
        if (!(item instanceof ObjectNode)) {
            throw new IllegalArgumentException("not a valid item: not an object");
        }
        for (JsonNode share : item.path("components")) {
            if (share instanceof ObjectNode object && !object.has("answers")) {
                object.put("answers", 0).putObject("bad");
            }
        }
        return item;
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
