package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Tally;

/**
 * Finished days, one line of JSON each, of which every one names the digest of the line before:
 * none of them can be altered, left out or put in later without breaking all that follow.
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
     * @param previous digest of the line before
     * @param bytes length of the day's raw blob
     * @param sha256 its digest
     */
    public record Link(LocalDate day, String previous, long bytes, String sha256) {}

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
        List<String> longer = new ArrayList<>(lines);
        longer.add(Fields.JSON.writeValueAsString(json));
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

    /** All days, oldest first. */
    public List<Link> links() {
        return lines.stream().map(Chain::link).toList();
    }

    public Optional<Link> find(LocalDate day) {
        return links().stream().filter(link -> link.day().equals(day)).findFirst();
    }

    /** What is wrong with the first line that does not fit the one before; absent if all do. */
    public Optional<String> firstBreak() {
        String expected = BEGINNING;
        Optional<LocalDate> before = Optional.empty();
        for (String line : lines) {
            Optional<Link> read = readable(line);
            if (read.isEmpty()) {
                return Optional.of("the line after " + name(before) + " is not a day");
            }
            Link link = read.get();
            if (!link.previous().equals(expected)) {
                return Optional.of(link.day() + " does not continue " + name(before));
            }
            if (before.filter(day -> !day.isBefore(link.day())).isPresent()) {
                return Optional.of(link.day() + " comes after " + name(before));
            }
            before = Optional.of(link.day());
            expected = digest(line);
        }
        return Optional.empty();
    }

    /** Digest of the last line, which vouches for all of them. */
    public String head() {
        return lines.isEmpty() ? BEGINNING : digest(lines.getLast());
    }

    /** One line each, ended by a line feed. */
    public byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String name(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("the beginning");
    }

    private static Optional<Link> readable(String line) {
        try {
            return Optional.of(link(line));
        } catch (UnreadableDocument | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Link link(String line) {
        try {
            JsonNode json = Fields.JSON.readTree(line);
            return new Link(
                    LocalDate.parse(json.path("day").asString("")),
                    json.path("previous").asString(""),
                    json.path("raw").path("bytes").asLong(-1),
                    json.path("raw").path("sha256").asString(""));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new UnreadableDocument("chain", "is not a day", e);
        }
    }

    private static String digest(String line) {
        return Sha256Hex.of(line.getBytes(StandardCharsets.UTF_8));
    }
}
