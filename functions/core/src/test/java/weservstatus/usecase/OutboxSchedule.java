package weservstatus.usecase;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.incident.Author;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Incidents;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.MessageId;
import weservstatus.notify.Route;
import weservstatus.notify.WebhookChannel;
import weservstatus.store.InMemoryTable;
import weservstatus.store.IncidentStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Scene;

/**
 * Some incidents whose commands come in any order, some of them twice, to a process that dies now
 * and then at any of its steps.
 */
public final class OutboxSchedule {
    private static final Catalogue CATALOGUE = Scene.at("here").component("pictures").catalogue();
    private static final Channel PROGRAM =
            new WebhookChannel(
                    new ChannelHead(new ChannelId("program"), Route.ALL, 1_000),
                    URI.create("https://program.example.org/"),
                    Optional.empty(),
                    false);

    private final Random random;
    private final TestClock clock = new TestClock(Scene.second(0));
    private final Fuse fuse = new Fuse(Integer.MAX_VALUE);
    private final Table table = new InMemoryTable(clock);
    private final Table brittle = new BrittleTable(table, fuse);
    private final RecordingSender receiver = new RecordingSender(fuse);
    private final List<IncidentCommand> commands = new ArrayList<>();
    private int crashes;

    private OutboxSchedule(long seed) {
        this.random = new Random(seed);
    }

    /**
     * What came of it.
     *
     * @param lost sayings that the receiver never got
     * @param repeats messages that it got more than once
     * @param sameEnd whether incidents are as if all had come once and in order, and the outbox is
     *     empty
     */
    public record Result(int said, int lost, int repeats, int crashes, boolean sameEnd) {}

    /** Lives through the schedule of this seed. */
    public static Result live(long seed) {
        return new OutboxSchedule(seed).live();
    }

    private Result live() {
        int incidents = 1 + random.nextInt(4);
        for (int incident = 0; incident < incidents; incident++) {
            plan(incident);
        }
        List<IncidentCommand> shuffled = new ArrayList<>(commands);
        commands.stream().filter(one -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        Deque<IncidentCommand> waiting = new ArrayDeque<>(shuffled);
        while (!waiting.isEmpty()) {
            step(waiting);
        }
        fuse.restart();
        for (int run = 0; run < 2; run++) {
            clock.advance(Duration.ofMinutes(4));
            deliver();
        }
        return result();
    }

    private void plan(int number) {
        IncidentId id = new IncidentId(ShortId.of("schedule", "" + number));
        int updates = random.nextInt(4);
        commands.add(
                new IncidentCommand.Open(
                        id,
                        "Incident " + number,
                        Optional.empty(),
                        Author.machine(),
                        Scene.second(number),
                        update(number, 0, IncidentStatus.INVESTIGATING),
                        List.of()));
        for (int update = 1; update <= updates; update++) {
            IncidentUpdate said = update(number, update, IncidentStatus.IDENTIFIED);
            commands.add(new IncidentCommand.Say(id, said));
        }
        if (random.nextInt(5) > 0) {
            IncidentUpdate over = update(number, updates + 1, IncidentStatus.RESOLVED);
            commands.add(new IncidentCommand.Resolve(id, over.at(), over));
        }
    }

    private static IncidentUpdate update(int incident, int number, IncidentStatus status) {
        Instant at = Scene.second(incident + 10 * number);
        ComponentStatus after =
                status.isOver() ? ComponentStatus.OPERATIONAL : ComponentStatus.MAJOR_OUTAGE;
        ComponentChange change =
                new ComponentChange(
                        new ComponentId("c" + incident), ComponentStatus.OPERATIONAL, after);
        return new IncidentUpdate(
                "u" + number,
                status,
                Author.machine(),
                "Update " + number,
                at,
                at,
                List.of(change),
                true);
    }

    private void step(Deque<IncidentCommand> waiting) {
        clock.advance(Duration.ofSeconds(random.nextInt(20)));
        if (random.nextInt(8) == 0) {
            fuse.arm(random.nextInt(10));
        }
        IncidentCommand next = waiting.removeFirst();
        try {
            boolean done = random.nextInt(3) == 0 || carryOut(next);
            if (!done || random.nextInt(3) == 0) {
                deliver();
            }
            if (!fuse.isBlown()) {
                keep(waiting, next);
                return;
            }
        } catch (Fuse.Death | IllegalStateException death) {
            if (!fuse.isBlown()) {
                throw death;
            }
        }
        crashes++;
        fuse.restart();
        clock.advance(Duration.ofMinutes(4));
        waiting.addLast(next);
    }

    /** What was not carried out comes again later. */
    private void keep(Deque<IncidentCommand> waiting, IncidentCommand command) {
        boolean carriedOut =
                new IncidentStore(table)
                        .find(command.incident())
                        .filter(stored -> has(stored.value(), command))
                        .isPresent();
        if (!carriedOut) {
            waiting.addLast(command);
        }
    }

    private static boolean has(Incident incident, IncidentCommand command) {
        return Incidents.after(List.of(incident), List.of(command)).getFirst().equals(incident);
    }

    /** Whether it could be: nothing is said of an incident that nobody has opened. */
    private boolean carryOut(IncidentCommand command) {
        Optional<Stored<Incident>> stored = new IncidentStore(brittle).find(command.incident());
        if (stored.isEmpty() && !(command instanceof IncidentCommand.Open)) {
            return false;
        }
        List<Incident> before = stored.map(Stored::value).stream().toList();
        Incident after = Incidents.after(before, List.of(command)).getFirst();
        if (!before.equals(List.of(after))) {
            new IncidentWriter(brittle).write(stored, after, List.of());
        }
        return true;
    }

    private void deliver() {
        new Deliver(
                        brittle,
                        new Deliver.Settings(
                                CATALOGUE,
                                List.of(PROGRAM),
                                receiver,
                                Audience.NOBODY,
                                Optional.empty(),
                                evidence -> Optional.empty()),
                        clock)
                .run();
    }

    private Result result() {
        List<Incident> expected = Incidents.after(List.of(), commands);
        List<Incident> stored =
                expected.stream()
                        .flatMap(incident -> new IncidentStore(table).find(incident.id()).stream())
                        .map(Stored::value)
                        .toList();
        OutboxStore outbox = new OutboxStore(table);
        Set<MessageId> different = new HashSet<>();
        receiver.received().forEach(message -> different.add(message.id()));
        boolean empty = outbox.open().isEmpty() && outbox.pending().isEmpty();
        return new Result(
                commands.size(),
                commands.size() - different.size(),
                receiver.received().size() - different.size(),
                crashes,
                stored.equals(expected) && empty);
    }
}
