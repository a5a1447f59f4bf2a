package weservstatus.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weservstatus.incident.FactWords;
import weservstatus.text.CleanText;
import weservstatus.text.UtcMinute;

/**
 * A message as plain text: a subject of one line, and a body that says what, since when, where
 * from, whose side, what to look at and what to do. Nothing in it is markup; control characters of
 * others are left out.
 */
public final class MessageText {
    private MessageText() {}

    /** As in {@code New incident: Image processing: down (wsrv.nl)}; any characters, any length. */
    public static String subject(Message message) {
        return CleanText.line(
                "%s: %s (%s)"
                        .formatted(headline(message), message.heading().title(), message.page()));
    }

    /** What kind of news it is, as in {@code Resolved}. */
    public static String headline(Message message) {
        return headline(message.event(), message.about());
    }

    static String headline(Event event, About about) {
        boolean work = about instanceof About.OfWork;
        return switch (event) {
            case OPENED -> "New incident";
            case UPDATE -> work ? "Planned work changed" : "Update";
            case RESOLVED -> "Resolved";
            case PLANNED -> "Planned work";
            case REMINDER -> work ? "Planned work soon" : "Still not resolved";
            case STARTED -> "Planned work began";
            case OVERRUN -> "Planned work goes on";
            case ENDED -> "Planned work ended";
            case CANCELLED -> "Planned work cancelled";
            case UNSTABLE -> "Unstable";
            case GROUPED -> "Several notices";
            case TEST -> "Test";
        };
    }

    /** Everything that the message says, in lines; ends with a line feed. */
    public static String body(Message message) {
        List<String> lines = new ArrayList<>();
        String what = CleanText.of(message.facts().what()).strip();
        if (!what.isEmpty()) {
            lines.add(what);
            lines.add("");
        }
        lines.addAll(facts(message));
        lines.add("");
        lines.addAll(look(message.look()));
        if (!message.advice().isEmpty()) {
            lines.add("");
            lines.add("What to do: " + message.advice());
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> facts(Message message) {
        Message.Facts facts = message.facts();
        List<String> lines = new ArrayList<>();
        lines.add("Status: " + message.heading().status().replace('_', ' '));
        lines.add(since(message));
        facts.until().ifPresent(until -> lines.add(until(message, until)));
        if (!message.parts().isEmpty()) {
            lines.add("Affected: " + affected(message));
        }
        unsaid(facts.places(), facts).ifPresent(places -> lines.add("Seen from: " + places));
        unsaid(facts.failing(), facts).ifPresent(failing -> lines.add("Failing: " + failing));
        facts.side()
                .map(FactWords::fault)
                .filter(sentence -> !facts.what().contains(sentence))
                .ifPresent(lines::add);
        return lines;
    }

    private static String since(Message message) {
        String word = message.about() instanceof About.OfWork ? "Start: " : "Since: ";
        return word + UtcMinute.of(message.facts().since());
    }

    private static String until(Message message, Instant until) {
        String word = message.about() instanceof About.OfWork ? "End: " : "Until: ";
        return word + UtcMinute.of(until);
    }

    private static String affected(Message message) {
        return message.parts().stream()
                .map(part ->
                        CleanText.line(part.name()) + " (" + FactWords.word(part.status()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The names in one line, nothing where the text says them already. */
    private static Optional<String> unsaid(List<String> names, Message.Facts facts) {
        boolean said = names.stream().allMatch(facts.what()::contains);
        return said ? Optional.empty() : Optional.of(CleanText.line(String.join(", ", names)));
    }

    private static List<String> look(Message.Look look) {
        List<String> lines = new ArrayList<>();
        lines.add("Look at: " + look.link());
        look.evidence().forEach(uri -> lines.add("Evidence: " + uri));
        look.curl().map(CleanText::line).ifPresent(line -> lines.add("Try: " + line));
        return lines;
    }
}
