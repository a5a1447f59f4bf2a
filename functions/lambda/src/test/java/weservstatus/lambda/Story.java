package weservstatus.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import weservstatus.check.LocationId;
import weservstatus.incident.Incident;
import weservstatus.store.IncidentStore;
import weservstatus.store.RoundStore;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.verdict.Scene;

/** One account in memory in which a service breaks and heals, minute by minute. */
final class Story {
    /** An outage that is confirmed, and its end. */
    private static final List<String> MINUTES =
            List.of("good", "bad", "bad", "bad", "good", "good", "good");

    private static final String PACE =
            "pace: {round: 1m, confirmAfter: 15s, staleAfter: 150s, recoverAfter: 1m}\n";

    private static final String TEXT = text();

    /** Of all stories: thousands of them are told. */
    private static final Configuration READ = read();

    static final int LENGTH = MINUTES.size();

    private static final Interval EVER = new Interval(Scene.START, Scene.second(86_400));
    private static final Settings SETTINGS =
            InMemoryPorts.settingsWithTopic(new LocationId("here"));

    /** Longer than what a process that died had begun to send is left to it. */
    private static final Duration LEFT_TO_OTHERS = Duration.ofMinutes(4);

    final TestClock clock = new TestClock(Scene.START);
    final InMemoryPorts ports = new InMemoryPorts(clock);
    final Wiring wiring = new Wiring(SETTINGS, clock, ports, name -> Optional.empty());

    /**
     * What is left when all is over.
     *
     * @param incidents as they stand
     * @param told what people heard, each message once however often it came
     */
    record End(List<String> incidents, Set<String> told) {}

    Story() {
        ports.configure(TEXT);
    }

    private static String text() {
        try (Watched watched = new Watched()) {
            return watched.configuration(PACE, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration read() {
        InMemoryPorts ports = new InMemoryPorts(new TestClock(Scene.START));
        ports.configure(TEXT);
        return new Configuration(ports.blobs(), false, () -> Scene.START, fault -> {});
    }

    /** A process that reviews. */
    StreamReview review() {
        return new StreamReview(READ, ports, clock);
    }

    /** A process that tells people. */
    Notification people() {
        return new Notification(
                READ, SETTINGS.topic(), new SubscriptionKey(ports.secrets()), ports, clock);
    }

    /** The time goes on to one second after that minute has begun. */
    void at(int minute) {
        clock.advance(Duration.between(clock.instant(), Scene.second(minute * 60 + 1)));
    }

    /** The minute's round is stored; this is its key. */
    Table.Key arrive(int minute) {
        int second = minute * 60;
        new RoundStore(ports.table())
                .put(Scene.round("here", second, Scene.seen("home", second, MINUTES.get(minute))));
        return key(minute);
    }

    /** A round that nobody can read is stored beside the minute's own. */
    Table.Key poison(int minute, int number) {
        Table.Key own = key(minute);
        Table.Key key = new Table.Key(own.partition(), own.sort().replace("#000", "#00" + number));
        ports.table().put(Table.Item.of(key, "{\"poison\": true}"), Table.Condition.ABSENT);
        return key;
    }

    static Table.Key key(int minute) {
        Instant slot = Scene.second(minute * 60);
        return new Table.Key("round#here", slot.toString().replace("Z", ".000Z#000"));
    }

    /** What people are told by now. */
    void tell(Notification people) {
        people.run("clock");
    }

    /** Whatever a process that died left to others is done. */
    End end(Notification people) {
        tell(people);
        clock.advance(LEFT_TO_OTHERS);
        tell(people);
        List<String> incidents =
                new IncidentStore(ports.table())
                        .entered(EVER, 10).stream()
                                .map(kept -> kept.value())
                                .map(Story::text)
                                .sorted()
                                .toList();
        return new End(incidents, told());
    }

    /** What people heard so far, each message once. */
    Set<String> told() {
        return ports.told.stream()
                .map(message ->
                        "%s %s %s"
                                .formatted(
                                        message.id(), message.event(), message.heading().title()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Incident incident) {
        return incident.id() + " " + incident.title() + " open " + incident.isOpen();
    }
}
