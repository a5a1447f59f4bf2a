package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;
import weservstatus.text.CleanText;
import weservstatus.text.UtcMinute;
import weservstatus.verdict.ComponentStatus;

/** Notices about notices. */
final class Grouped {
    private static final Duration HOUR = Duration.ofHours(1);

    private Grouped() {}

    /**
     * One that lists several; the same ones make the same id.
     *
     * @param together at least one, in order
     */
    static Notice of(ChannelId channel, List<Notice> together) {
        String ids =
                together.stream()
                        .map(notice -> notice.id().value())
                        .collect(Collectors.joining(","));
        String lines =
                together.stream()
                        .map(notice -> "- " + line(notice))
                        .collect(Collectors.joining("\n"));
        Instant since =
                together.stream()
                        .map(notice -> notice.facts().since())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return notice(
                MessageId.of("channel/" + channel, Event.GROUPED, ids),
                heading(together.size() + " notices at once", worst(together)),
                parts(together),
                lines,
                since,
                together.getLast().at());
    }

    /** One that says that no more come in this hour. */
    static Notice heldBack(ChannelHead head, Instant hour, Instant now) {
        String what =
                """
                More than %d messages in one hour: those that follow until %s are held back. \
                The page shows all, and the end of what was told is told.\
                """
                        .formatted(head.mostPerHour(), UtcMinute.of(hour.plus(HOUR)));
        return notice(
                MessageId.of("channel/" + head.id(), Event.GROUPED, "held-" + hour),
                heading("Further messages are held back", Impact.NONE),
                List.of(),
                what,
                now,
                now);
    }

    private static Notice notice(
            MessageId id,
            Message.Heading heading,
            List<Notice.Part> parts,
            String what,
            Instant since,
            Instant at) {
        Message.Facts facts =
                new Message.Facts(
                        what, since, Optional.empty(), List.of(), Optional.empty(), List.of());
        return new Notice(
                id,
                Event.GROUPED,
                new About.OfMessages(),
                heading,
                parts,
                facts,
                List.of(),
                true,
                at);
    }

    private static Message.Heading heading(String title, Impact impact) {
        return new Message.Heading(title, impact, "several");
    }

    private static String line(Notice notice) {
        return MessageText.headline(notice.event(), notice.about())
                + ": "
                + CleanText.line(notice.heading().title());
    }

    private static Impact worst(List<Notice> notices) {
        return notices.stream()
                .map(notice -> notice.heading().impact())
                .max(Comparator.naturalOrder())
                .orElse(Impact.NONE);
    }

    /** Each component once, as the last of them has it. */
    private static List<Notice.Part> parts(List<Notice> notices) {
        Map<ComponentId, ComponentStatus> last = new LinkedHashMap<>();
        for (Notice notice : notices) {
            notice.parts().forEach(part -> last.put(part.id(), part.status()));
        }
        return last.entrySet().stream()
                .map(entry -> new Notice.Part(entry.getKey(), entry.getValue()))
                .toList();
    }
}
