package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.status.History;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.Tally;

/**
 * Finished days and frozen months, one line of JSON each, of which every one names the digest of
 * the line before: none of them can be altered, left out or put in later without breaking all that
 * follow.
 *
 * @param lines oldest first, as they were written
 */
public record Chain(List<String> lines) {

    public static final Chain EMPTY = new Chain(List.of());

    /** What the first line names. */
    public static final String BEGINNING = "0".repeat(64);

    public Chain {
        lines = List.copyOf(lines);
    }

    /**
     * One finished day.
     *
     * @param bytes length of the day's raw blob
     * @param sha256 its digest
     */
    public record Link(LocalDate day, long bytes, String sha256) {}

    /** Any text; whether it holds together is for {@link #firstBreak} to say. */
    public static Chain read(String text) {
        return new Chain(text.lines().filter(line -> !line.isBlank()).toList());
    }

    /** The chain with one more day. */
    Chain plus(DayItem day, long bytes, String sha256) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("day", day.date().toString());
        json.put("previous", head());
        json.putObject("raw").put("bytes", bytes).put("sha256", sha256);
        ObjectNode components = json.putObject("components");
        day.rollup()
                .components()
                .forEach((id, share) -> put(share.tally(), components.putObject(id.value())));
        return plus(json);
    }

    /** The chain with one more month. */
    Chain plus(MonthItem month) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("month", month.month().toString());
        json.put("previous", head());
        ObjectNode components = json.putObject("components");
        month.components().forEach((id, tally) -> put(tally, components.putObject(id.value())));
        return plus(json);
    }

    private Chain plus(ObjectNode line) {
        List<String> longer = new ArrayList<>(lines);
        longer.add(Fields.JSON.writeValueAsString(line));
        return new Chain(longer);
    }

    private static void put(Tally tally, ObjectNode json) {
        json.put("operational", tally.operational());
        json.put("degraded", tally.degraded());
        json.put("partial", tally.partial());
        json.put("major", tally.major());
        json.put("maintenance", tally.maintenance());
        json.put("unobserved", tally.unobserved());
        json.put("faulty", tally.faulty());
        json.put("least", tally.least());
        json.put("most", tally.most());
    }

    /** All days, oldest first; of one that was revised the last link. */
    public List<Link> links() {
        SortedMap<LocalDate, Link> links = new TreeMap<>();
        lines.stream()
                .filter(line -> !isMonth(line))
                .map(Chain::link)
                .forEach(link -> links.put(link.day(), link));
        return List.copyOf(links.values());
    }

    /** All frozen months, oldest first. */
    public History months() {
        return new History(lines.stream().filter(Chain::isMonth).map(Chain::month).toList());
    }

    private static boolean isMonth(String line) {
        return line.startsWith("{\"month\":");
    }

    private static History.Month month(String line) {
        JsonNode json = Fields.JSON.readTree(line);
        SortedMap<ComponentId, Tally> components = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("components").properties()) {
            components.put(new ComponentId(entry.getKey()), tally(entry.getValue()));
        }
        YearMonth month = YearMonth.parse(json.path("month").asString());
        return new History.Month(new MonthItem(month, components), digest(line));
    }

    private static Tally tally(JsonNode json) {
        return new Tally(
                json.path("operational").asLong(),
                json.path("degraded").asLong(),
                json.path("partial").asLong(),
                json.path("major").asLong(),
                json.path("maintenance").asLong(),
                json.path("unobserved").asLong(),
                json.path("faulty").asLong(),
                json.path("least").asLong(),
                json.path("most").asLong());
    }

    public Optional<Link> find(LocalDate day) {
        return links().stream().filter(link -> link.day().equals(day)).findFirst();
    }

    /** What is wrong with the first line that does not fit the one before; absent if all do. */
    public Optional<String> firstBreak() {
        String expected = BEGINNING;
        String before = "the beginning";
        for (String line : lines) {
            Optional<String> name = name(line);
            if (name.isEmpty()) {
                return Optional.of("the line after " + before + " is neither a day nor a month");
            }
            if (!previous(line).equals(expected)) {
                return Optional.of(name.get() + " does not continue " + before);
            }
            before = name.get();
            expected = digest(line);
        }
        return Optional.empty();
    }

    private static Optional<String> name(String line) {
        try {
            return Optional.of(
                    isMonth(line)
                            ? month(line).item().month().toString()
                            : link(line).day().toString());
        } catch (UnreadableDocument
                | IllegalArgumentException
                | JacksonException
                | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String previous(String line) {
        return Fields.JSON.readTree(line).path("previous").asString("");
    }

    /** Digest of the last line, which vouches for all of them. */
    public String head() {
        return lines.isEmpty() ? BEGINNING : digest(lines.getLast());
    }

    /** One line each, ended by a line feed. */
    public byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Link link(String line) {
        try {
            JsonNode json = Fields.JSON.readTree(line);
            return new Link(
                    LocalDate.parse(json.path("day").asString("")),
                    json.path("raw").path("bytes").asLong(-1),
                    json.path("raw").path("sha256").asString(""));
        } catch (JacksonException | DateTimeException e) {
            throw new UnreadableDocument("chain", "is not a day", e);
        }
    }

    private static String digest(String line) {
        return Sha256Hex.of(line.getBytes(StandardCharsets.UTF_8));
    }
}
