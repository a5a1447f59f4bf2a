package weservstatus.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.uptime.Part;
import weservstatus.uptime.Watched;

/**
 * What was observed in one hour, for everybody to count again: a line of JSON with the definitions
 * in force, then one for each round. Nothing in it is derived, and nothing tells where the target
 * or a location can be reached.
 *
 * @param watched what was counted
 * @param counted the part of the hour that was
 * @param rounds of slots that start in the hour
 */
public record RawHour(Watched watched, Instant hour, Interval counted, List<Round> rounds) {
    private static final Comparator<Round> ORDER =
            Comparator.comparing((Round round) -> round.slot().start())
                    .thenComparing(Round::location)
                    .thenComparingInt(Round::number);

    public RawHour {
        Interval whole = Interval.hour(hour);
        rounds =
                rounds.stream()
                        .filter(round -> whole.contains(round.slot().start()))
                        .sorted(ORDER)
                        .toList();
    }

    /** The lines, compressed; equal hours give equal bytes. */
    byte[] packed() {
        List<String> lines = new ArrayList<>();
        lines.add(Fields.JSON.writeValueAsString(definitions()));
        rounds.forEach(round -> lines.add(Fields.JSON.writeValueAsString(row(round))));
        return packed(lines);
    }

    private static byte[] packed(List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (String line : lines) {
                gzip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The hours of a day that was put together of them, by their start. */
    static SortedMap<Instant, byte[]> split(byte[] day) {
        SortedMap<Instant, List<String>> lines = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : unpacked(day).lines().toList()) {
            Optional<Instant> start = start(line);
            if (start.isPresent()) {
                current = new ArrayList<>();
                lines.put(start.get(), current);
            }
            current.add(line);
        }
        SortedMap<Instant, byte[]> hours = new TreeMap<>();
        lines.forEach((hour, of) -> hours.put(hour, packed(of)));
        return hours;
    }

    private static String unpacked(byte[] day) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(day))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Instant> start(String line) {
        return Fields.JSON.readTree(line).path("hour").asStringOpt().map(Instant::parse);
    }

    private ObjectNode definitions() {
        Catalogue catalogue = watched.catalogue();
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("hour", hour.toString());
        json.put("from", counted.start().toEpochMilli());
        json.put("to", counted.end().toEpochMilli());
        json.put("roundMillis", catalogue.pace().round().toMillis());
        json.put("confirmAfterMillis", catalogue.pace().confirmAfter().toMillis());
        ArrayNode locations = json.putArray("locations");
        catalogue.locations().forEach(location -> locations.add(location.id().value()));
        ArrayNode checks = json.putArray("checks");
        catalogue.active().forEach(check -> definition(catalogue, check, checks.addObject()));
        ObjectNode maintenance = json.putObject("maintenance");
        watched.maintenance()
                .forEach((component, spans) -> put(spans, maintenance.putArray(component.value())));
        return json;
    }

    private static void definition(Catalogue catalogue, Check check, ObjectNode json) {
        Duration interval = check.schedule().interval(catalogue.pace().round());
        json.put("id", check.id().value());
        json.put("component", check.component().value());
        json.put("vital", check.vital());
        json.put("path", check.cachePath().name().toLowerCase(Locale.ROOT));
        json.put("format", Part.format(check));
        json.put("everyMillis", interval.toMillis());
        json.put("timeoutMillis", check.timeout().toMillis());
    }

    private static void put(Spans spans, ArrayNode json) {
        for (Interval span : spans.intervals()) {
            json.addArray().add(span.start().toEpochMilli()).add(span.end().toEpochMilli());
        }
    }

    private static ObjectNode row(Round round) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("location", round.location().value());
        json.put("slot", round.slot().start().toEpochMilli());
        json.put("round", round.number());
        json.put("started", round.started().toEpochMilli());
        json.put("control", round.controls().provider().name().toLowerCase(Locale.ROOT));
        ArrayNode observations = json.putArray("observations");
        round.observations().forEach(seen -> observation(seen, observations.addObject()));
        return json;
    }

    private static void observation(Observation seen, ObjectNode json) {
        json.put("check", seen.check().value());
        json.put("started", seen.started().toEpochMilli());
        json.put("result", seen.result().label());
        seen.side().map(Side::label).ifPresent(side -> json.put("side", side));
        seen.failure().map(Failure::reason).ifPresent(r -> json.put("reason", r.name()));
        seen.status().ifPresent(status -> json.put("status", status));
        ArrayNode micros = json.putArray("micros");
        for (Phase phase : Phase.values()) {
            micros.add(seen.phases().micros(phase));
        }
        if (seen.cold()) {
            json.put("cold", true);
        }
    }
}
