package weservstatus.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the table of what a channel gets, lived through minute by minute. */
final class SenseStory {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d+) ([a-z]+)(!?) ([a-z])(?:/([a-z]))?");
    private static final Pattern SPAN = Pattern.compile(".* ([a-z]+) (\\d+) to (\\d+)");
    private static final int MINUTES = 130;

    private final Map<Integer, List<Notice>> written = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final String where;

    SenseStory(String story, String where) {
        this.where = where;
        int order = 0;
        for (String one : story.split(", ", -1)) {
            Matcher words = WRITTEN.matcher(one);
            if (!words.matches()) {
                throw new IllegalArgumentException(one);
            }
            int minute = Integer.parseInt(words.group(1));
            Notice notice = notice(words, minute * 60 + order++);
            names.put(notice.about().thread(), words.group(4));
            written.computeIfAbsent(minute, none -> new ArrayList<>()).add(notice);
        }
    }

    private static Notice notice(Matcher words, int second) {
        Event event = Event.find(words.group(2)).orElseThrow();
        String component = words.group(5) == null ? "x" : words.group(5);
        return words.group(4).equals("w")
                ? SampleNotices.work(event, second)
                : SampleNotices.incident(
                        words.group(4), event, second, component, words.group(3).isEmpty());
    }

    /** Such as {@code 4 resolved a}. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        List<Notice> open = new ArrayList<>();
        ChannelMemory memory = ChannelMemory.NONE;
        for (int minute = 0; minute <= MINUTES; minute++) {
            open.addAll(written.getOrDefault(minute, List.of()));
            Decision decision = Sense.decide(memory, open, terms(minute));
            memory = decision.memory();
            for (Notice notice : decision.tell()) {
                told.add((minute + " " + words(notice, decision)).strip());
            }
            Decision again = Sense.decide(memory, open, terms(minute));
            if (!again.tell().isEmpty()) {
                throw new IllegalStateException("told twice: " + again.tell());
            }
        }
        return told;
    }

    private String words(Notice notice, Decision decision) {
        Set<String> grouped = new TreeSet<>();
        decision.rulings()
                .forEach((id, ruling) -> {
                    if (ruling instanceof Ruling.Group) {
                        written.values().stream()
                                .flatMap(List::stream)
                                .filter(one -> one.id().equals(id))
                                .forEach(one ->
                                        grouped.add(names.getOrDefault(one.about().thread(), "")));
                    }
                });
        String name = names.getOrDefault(notice.about().thread(), String.join("+", grouped));
        return notice.event().label() + " " + name;
    }

    private Terms terms(int minute) {
        Instant now = NotificationTablesTest.at(minute);
        Matcher span = SPAN.matcher(where);
        boolean within =
                span.matches()
                        && minute >= Integer.parseInt(span.group(2))
                        && minute < Integer.parseInt(span.group(3));
        int most = where.endsWith(" an hour") ? Integer.parseInt(where.split(" ", -1)[0]) : 20;
        return new Terms(
                now,
                new ChannelHead(new ChannelId("chat"), Route.ALL, most),
                Map.of(),
                !where.equals("keeps threads"),
                within && where.startsWith("silence")
                        ? List.of(silence(span.group(1), now))
                        : List.of(),
                within && where.startsWith("work on")
                        ? NotificationTablesTest.components(span.group(1))
                        : Set.of(),
                false);
    }

    private static Silence silence(String components, Instant now) {
        return new Silence(
                "s",
                NotificationTablesTest.components(components),
                now.plusSeconds(1),
                "known",
                "ada");
    }
}
