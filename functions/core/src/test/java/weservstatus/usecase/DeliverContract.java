package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Message;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.WebhookChannel;
import weservstatus.store.IncidentStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Scene;

/** What holds for the outbox on every table, wherever the process dies. */
public interface DeliverContract {
    IncidentId ID = new IncidentId("aaaaaaaaaaaa");
    Channel CHAT =
            new WebhookChannel(
                    ChannelHead.of(new ChannelId("chat")),
                    URI.create("https://chat.example.org/"),
                    Optional.empty(),
                    false);

    /** A new, empty table. */
    Table table(TestClock clock);

    /** Every step of writing, deciding, sending and recording is one at which the process dies. */
    @Test
    default void aCrashAtAnyStepLosesNothingAndRepeatsUnderTheSameId() {
        int steps = 0;
        boolean crashed = true;
        while (crashed) {
            crashed = live(steps++);
        }

        assertThat(steps).isGreaterThan(25);
    }

    /** One life with a death after so many steps; whether it died at all. */
    private boolean live(int steps) {
        TestClock clock = new TestClock(Scene.second(0));
        Table table = table(clock);
        Fuse fuse = new Fuse(steps);
        RecordingSender receiver = new RecordingSender(fuse);
        Life life = new Life(new BrittleTable(table, fuse), receiver, clock);
        boolean died = false;
        for (IncidentStatus said :
                List.of(
                        IncidentStatus.INVESTIGATING,
                        IncidentStatus.IDENTIFIED,
                        IncidentStatus.RESOLVED)) {
            clock.advance(Duration.ofMinutes(1));
            died |= life.dies(() -> life.say(said), fuse);
            died |= life.dies(life::deliver, fuse);
        }
        clock.advance(Duration.ofMinutes(4));
        life.deliver();

        Set<Message> different = new HashSet<>(receiver.received());
        assertThat(receiver.events()).containsExactly("opened", "update", "resolved");
        assertThat(different).hasSize(3);
        assertThat(receiver.received().size()).isLessThanOrEqualTo(died ? 4 : 3);
        OutboxStore outbox = new OutboxStore(table);
        assertThat(outbox.open()).isEmpty();
        assertThat(outbox.pending()).isEmpty();
        assertThat(outbox.records(10))
                .extracting(DeliveryRecord::end)
                .hasSize(3)
                .containsOnly(DeliveryRecord.End.SENT);
        return died;
    }

    /** What a process does with the table. */
    record Life(Table table, Sender sender, TestClock clock) {

        /** Whether the process died of it; then another one does it again. */
        boolean dies(Runnable work, Fuse fuse) {
            try {
                work.run();
                if (!fuse.isBlown()) {
                    return false;
                }
            } catch (Fuse.Death | IllegalStateException death) {
                assertThat(fuse.isBlown()).isTrue();
            }
            fuse.restart();
            clock.advance(Duration.ofMinutes(4));
            work.run();
            return true;
        }

        void deliver() {
            new Deliver(
                            table,
                            new Deliver.Settings(
                                    Story.small(),
                                    List.of(CHAT),
                                    sender,
                                    Audience.NOBODY,
                                    Optional.of(ReminderPace.USUAL),
                                    evidence -> Optional.empty()),
                            clock)
                    .run();
        }

        /** Brings the incident so far, unless it is there already. */
        void say(IncidentStatus status) {
            Optional<Stored<Incident>> stored = new IncidentStore(table).find(ID);
            if (stored.map(one -> one.value().status() == status).orElse(false)) {
                return;
            }
            List<Incident> before = stored.map(Stored::value).stream().toList();
            IncidentCommand command =
                    switch (status) {
                        case INVESTIGATING -> open(update(status, ComponentStatus.MAJOR_OUTAGE));
                        case IDENTIFIED, MONITORING, POSTMORTEM ->
                                new IncidentCommand.Say(
                                        ID, update(status, ComponentStatus.PARTIAL_OUTAGE));
                        case RESOLVED ->
                                new IncidentCommand.Resolve(
                                        ID,
                                        clock.instant(),
                                        update(status, ComponentStatus.OPERATIONAL));
                    };
            Incident after = Incidents.after(before, List.of(command)).getFirst();
            assertThat(new IncidentWriter(table).write(stored, after, List.of())).isTrue();
        }

        private static IncidentCommand open(IncidentUpdate first) {
            return new IncidentCommand.Open(
                    ID,
                    "pictures: down",
                    Optional.empty(),
                    Author.machine(),
                    first.at(),
                    first,
                    List.of());
        }

        private IncidentUpdate update(IncidentStatus status, ComponentStatus after) {
            Instant now = clock.instant();
            ComponentChange change =
                    new ComponentChange(
                            new ComponentId("pictures"), ComponentStatus.OPERATIONAL, after);
            return new IncidentUpdate(
                    status.label(),
                    status,
                    Author.machine(),
                    "It is " + status.label() + ".",
                    now,
                    now,
                    List.of(change),
                    true);
        }
    }
}
