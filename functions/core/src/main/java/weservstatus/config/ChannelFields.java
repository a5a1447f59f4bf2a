package weservstatus.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.Impact;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Event;
import weservstatus.notify.Route;

/** What every channel says: what it is called and which messages go there. */
final class ChannelFields {
    private static final int MOST_CHANNELS = 50;

    private static final Field<String> ID =
            Field.required(
                    "id",
                    Scalars.newId(Kind.CHANNEL),
                    "Identity of the channel: what was told there belongs to it.",
                    "id: on-call");
    private static final Field<List<String>> COMPONENTS =
            Field.optional(
                    "components",
                    new ListOf<>("component", 200, Scalars.idOf(Kind.COMPONENT)),
                    "Messages about one of these components.",
                    "all");
    private static final Field<List<String>> GROUPS =
            Field.optional(
                    "groups",
                    new ListOf<>("group", 30, Scalars.idOf(Kind.GROUP)),
                    "Messages about a component of one of these groups.",
                    "all");
    private static final Field<Impact> IMPACT =
            Field.optional(
                    "impact",
                    Scalars.choice(words(Impact.values(), Impact::label)),
                    "Incidents of this impact or a worse one; planned work always passes.",
                    "none");
    private static final Field<List<Event>> EVENTS =
            Field.optional(
                    "events",
                    new ListOf<>("event", 20, Scalars.choice(words(Event.values(), Event::label))),
                    "These events only; who hears of a beginning hears of the end, too.",
                    "all");
    private static final Field<Section> FOR =
            Field.optional(
                    "for",
                    new SectionReader("what goes there", COMPONENTS, GROUPS, IMPACT, EVENTS),
                    "Which messages go there.",
                    "all");
    private static final Field<Integer> MOST_PER_HOUR =
            Field.optional(
                    "mostPerHour",
                    Scalars.wholeInt(1, 1_000),
                    "Further messages of an hour are held back, and that is said once.",
                    String.valueOf(ChannelHead.USUAL_MOST_PER_HOUR));
    static final Field<Boolean> ALLOW_PRIVATE =
            Field.optional(
                    "allowPrivate",
                    Scalars.flag(),
                    "Whether the receiver may lie in a private network and be asked without TLS.",
                    "false");

    static final Field<List<Section>> CHANNELS =
            Field.optional(
                    "channels",
                    new ListOf<>("channel", MOST_CHANNELS, reader()),
                    "Where messages go, and which.",
                    "nobody is told");

    private ChannelFields() {}

    private static SectionReader reader() {
        List<Field<?>> fields = new ArrayList<>(List.of(ID, FOR, MOST_PER_HOUR, ALLOW_PRIVATE));
        fields.addAll(ChannelKinds.KINDS);
        return new SectionReader("a channel", fields.toArray(new Field<?>[0]))
                .with(ChannelKinds::apply, ChannelKinds.schema());
    }

    /** Of a channel in which nothing was refused. */
    static Channel channel(Section section) {
        ChannelHead head =
                new ChannelHead(
                        new ChannelId(section.of(ID)),
                        section.find(FOR).map(ChannelFields::route).orElse(Route.ALL),
                        section.orElse(MOST_PER_HOUR, ChannelHead.USUAL_MOST_PER_HOUR));
        return ChannelKinds.channel(section, head, section.orElse(ALLOW_PRIVATE, false));
    }

    private static Route route(Section section) {
        return new Route(
                set(section.find(COMPONENTS), ComponentId::new),
                set(section.find(GROUPS), GroupId::new),
                section.orElse(IMPACT, Impact.NONE),
                set(section.find(EVENTS), Function.identity()));
    }

    private static <T, R> Set<R> set(Optional<List<T>> list, Function<T, R> change) {
        return list.orElse(List.of()).stream().map(change).collect(Collectors.toSet());
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
        return words;
    }
}
