package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.Incidents;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.Timetable;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Event;
import weservstatus.notify.MailChannel;
import weservstatus.notify.Message;
import weservstatus.notify.ReminderPace;
import weservstatus.notify.SampleNotices;
import weservstatus.notify.Silence;
import weservstatus.store.InMemoryTable;
import weservstatus.store.IncidentStore;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.OutboxStore;
import weservstatus.store.SilenceStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.verdict.Scene;

class DeliverTest implements DeliverContract {
    private final TestClock clock = new TestClock(Scene.second(0));
    private final Table table = new InMemoryTable(clock);
    private final OutboxStore outbox = new OutboxStore(table);
    private final RecordingSender chat = new RecordingSender(new Fuse(Integer.MAX_VALUE));
    private final DeliverContract.Life life = new DeliverContract.Life(table, chat, clock);

    @Override
    public Table table(TestClock clock) {
        return new InMemoryTable(clock);
    }

    @Test
    void whatFailsIsTriedAgainLaterAndInOrder() {
        ScriptedSender server = new ScriptedSender(failed(Optional.of(Duration.ofMinutes(2))));
        life.say(IncidentStatus.INVESTIGATING);
        Optional<Instant> again = deliver(server).run();
        clock.advance(Duration.ofMinutes(1));
        life.say(IncidentStatus.RESOLVED);

        assertThat(again).contains(Scene.second(120));
        assertThat(deliver(server).run()).contains(Scene.second(120));
        assertThat(server.tried).containsExactly("opened");

        clock.advance(Duration.ofMinutes(1));
        deliver(server).run();

        assertThat(server.tried).containsExactly("opened", "opened", "resolved");
    }

    @Test
    void remindersDoNotPileUpBehindADeadReceiver() {
        ScriptedSender server = new ScriptedSender(failed(Optional.empty()));
        server.always = true;
        deliver(server).run();
        life.say(IncidentStatus.INVESTIGATING);
        for (int minute = 0; minute < 480; minute++) {
            deliver(server).run();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(outbox.pending()).hasSizeGreaterThan(3);

        server.always = false;
        int before = server.tried.size();
        clock.advance(Duration.ofHours(1));
        deliver(server).run();
        deliver(server).run();

        assertThat(server.tried.subList(before, server.tried.size()))
                .containsExactly("opened", "reminder");
        assertThat(outbox.pending()).isEmpty();
        assertThat(outbox.records(10))
                .filteredOn(record -> record.end() == DeliveryRecord.End.HELD)
                .isNotEmpty()
                .allMatch(record -> record.reason().equals("something newer is told"));
    }

    @Test
    void aReminderThatWaitedUntilTheEndIsNotToldAnyMore() {
        ScriptedSender server = new ScriptedSender(failed(Optional.empty()));
        server.always = true;
        deliver(server).run();
        life.say(IncidentStatus.INVESTIGATING);
        for (int minute = 0; minute < 60; minute++) {
            deliver(server).run();
            clock.advance(Duration.ofMinutes(1));
        }
        life.say(IncidentStatus.RESOLVED);
        server.always = false;
        int before = server.tried.size();
        clock.advance(Duration.ofHours(1));
        deliver(server).run();
        deliver(server).run();

        assertThat(server.tried.subList(before, server.tried.size()))
                .containsExactly("opened", "resolved");
    }

    @Test
    void aHundredThatFailAtOnceAreOneMessageThatListsThem() {
        for (int each = 0; each < 100; each++) {
            table.transact(
                    outbox.adding(
                            SampleNotices.incident("n" + each, Event.OPENED, 0, "c" + each, true)));
        }
        deliver(chat, new MailChannel(ChannelHead.of(new ChannelId("m")), List.of("a@b.org")))
                .run();

        assertThat(chat.received())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.event()).isEqualTo(Event.GROUPED);
                    assertThat(message.parts()).hasSize(100);
                    assertThat(message.facts().what().lines().filter(l -> l.contains("Something")))
                            .hasSize(100);
                });
    }

    @Test
    void afterADayItIsGivenUpAndTheRecordSaysWhy() {
        ScriptedSender server = new ScriptedSender(failed(Optional.empty()));
        server.always = true;
        life.say(IncidentStatus.INVESTIGATING);
        for (int hour = 0; hour <= 26; hour++) {
            deliver(server).run();
            clock.advance(Duration.ofHours(1));
        }

        DeliveryRecord last =
                outbox.records(20).stream()
                        .filter(record -> record.event() == Event.OPENED)
                        .findFirst()
                        .orElseThrow();
        assertThat(outbox.pending())
                .noneMatch(pending -> pending.value().message().equals(last.message()));
        assertThat(last.end()).isEqualTo(DeliveryRecord.End.GIVEN_UP);
        assertThat(last.reason()).isEqualTo("503 Service Unavailable");
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        ScriptedSender server = new ScriptedSender(new Delivery.Refused("404 Not Found"));
        life.say(IncidentStatus.INVESTIGATING);
        deliver(server).run();
        clock.advance(Duration.ofHours(1));
        deliver(server).run();

        assertThat(server.tried).containsExactly("opened", "reminder");
        assertThat(outbox.records(2).getLast().end()).isEqualTo(DeliveryRecord.End.REFUSED);
    }

    @Test
    void anUnacknowledgedIncidentIsRememberedAndARestartSaysNothing() {
        life.deliver();
        life.say(IncidentStatus.INVESTIGATING);
        for (int minute = 0; minute < 240; minute++) {
            life.deliver();
            life.deliver();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(chat.received())
                .extracting(message -> message.event().label())
                .containsExactly("opened", "reminder", "reminder", "reminder");
    }

    @Test
    void acknowledgingEndsTheReminders() {
        life.deliver();
        life.say(IncidentStatus.INVESTIGATING);
        for (int minute = 0; minute < 240; minute++) {
            life.deliver();
            clock.advance(Duration.ofMinutes(1));
            if (minute == 40) {
                Stored<Incident> known = new IncidentStore(table).newest(1).getFirst();
                IncidentCommand at =
                        new IncidentCommand.Acknowledge(known.value().id(), clock.instant());
                Incident after = Incidents.after(List.of(known.value()), List.of(at)).getFirst();
                new IncidentWriter(table).write(Optional.of(known), after, List.of());
            }
        }
        life.say(IncidentStatus.RESOLVED);
        life.deliver();

        assertThat(chat.received())
                .extracting(message -> message.event().label())
                .containsExactly("opened", "reminder", "resolved");
    }

    @Test
    void whatIsSilencedIsRecordedAsHeld() {
        table.transact(
                List.of(
                        new SilenceStore(table)
                                .writing(
                                        new Silence(
                                                "s",
                                                Set.of(new ComponentId("pictures")),
                                                Scene.second(3_600),
                                                "known",
                                                "ada"))));
        life.say(IncidentStatus.INVESTIGATING);
        life.deliver();

        assertThat(chat.received()).isEmpty();
        assertThat(outbox.records(1).getFirst().end()).isEqualTo(DeliveryRecord.End.HELD);
        assertThat(outbox.records(1).getFirst().reason()).isEqualTo("silenced");
    }

    @Test
    void plannedWorkIsAnnouncedOnceAtEachOfItsMoments() {
        life.deliver();
        plan(Scene.second(7_200), Scene.second(10_800));
        for (int minute = 0; minute < 200; minute++) {
            life.deliver();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(chat.received())
                .extracting(message -> message.event().label())
                .containsExactly("planned", "reminder", "started", "ended");
        assertThat(chat.received().getFirst().facts().since()).isEqualTo(Scene.second(7_200));
    }

    @Test
    void calledOffWorkIsToldAsCancelledAndNeverStarts() {
        life.deliver();
        plan(Scene.second(7_200), Scene.second(10_800));
        life.deliver();
        clock.advance(Duration.ofMinutes(10));
        Stored<Maintenance> stored =
                new MaintenanceStore(table).find(MaintenanceId.ofRequest("a")).orElseThrow();
        new IncidentWriter(table)
                .writeWork(
                        Optional.of(stored),
                        stored.value().cancelledAt(clock.instant()),
                        List.of());
        for (int minute = 0; minute < 200; minute++) {
            life.deliver();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(chat.received())
                .extracting(message -> message.event().label())
                .containsExactly("planned", "cancelled");
    }

    @Test
    void aMessageNamesThingsAsThePageDoes() {
        life.say(IncidentStatus.INVESTIGATING);
        life.deliver();

        Message message = chat.received().getFirst();
        assertThat(message.look().link().toString()).endsWith("/incident.html?id=aaaaaaaaaaaa");
        assertThat(message.parts().getFirst().name()).isNotEmpty();
        assertThat(message.advice()).isNotEmpty();
    }

    @Test
    void aChannelIsTriedAtOnce() {
        ScriptedSender server = new ScriptedSender(new Delivery.Refused("404 Not Found"));

        assertThat(deliver(server).test(new ChannelId("chat")))
                .contains(new Delivery.Refused("404 Not Found"));
        assertThat(deliver(server).test(new ChannelId("nowhere"))).isEmpty();
    }

    private void plan(Instant start, Instant end) {
        Maintenance work =
                new Maintenance(
                        MaintenanceId.ofRequest("a"),
                        "New disks",
                        "",
                        Set.of(new ComponentId("pictures")),
                        new Timetable.Once(new Interval(start, end)),
                        clock.instant(),
                        List.of(Duration.ofHours(1)),
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty());
        assertThat(new IncidentWriter(table).writeWork(Optional.empty(), work, List.of())).isTrue();
    }

    private Deliver deliver(Sender sender) {
        return deliver(sender, DeliverContract.CHAT);
    }

    private Deliver deliver(Sender sender, Channel channel) {
        return new Deliver(
                table,
                new Deliver.Settings(
                        Story.small(),
                        List.of(channel),
                        sender,
                        Audience.NOBODY,
                        Optional.of(ReminderPace.USUAL),
                        evidence -> Optional.empty()),
                clock);
    }

    private static Delivery failed(Optional<Duration> retryAfter) {
        return new Delivery.Failed("503 Service Unavailable", retryAfter);
    }

    /** Does one thing at the first attempt, or always, and takes the rest. */
    private static final class ScriptedSender implements Sender {
        private final List<String> tried = new ArrayList<>();
        private final Delivery first;
        private boolean always;

        ScriptedSender(Delivery first) {
            this.first = first;
        }

        @Override
        public Delivery send(Message message, Channel channel) {
            tried.add(message.event().label());
            return always || tried.size() == 1 ? first : Delivery.SENT;
        }
    }
}
