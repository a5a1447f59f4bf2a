package weservstatus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocketFactory;
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
import weservstatus.local.SqliteTable;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Letter;
import weservstatus.notify.MailServer;
import weservstatus.notify.Route;
import weservstatus.notify.Subscription;
import weservstatus.notify.WebhookChannel;
import weservstatus.process.RealMailServer;
import weservstatus.send.SmtpMailer;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;
import weservstatus.text.ShortId;
import weservstatus.usecase.Audience;
import weservstatus.usecase.Deliver;
import weservstatus.usecase.IncidentWriter;
import weservstatus.usecase.MailAudience;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.OutboxSchedule;
import weservstatus.usecase.Sender;
import weservstatus.usecase.SubscriptionTokens;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Scene;

/** How soon a message is handed over, to how many, and what becomes of it when processes die. */
final class NoticeCost {
    private static final int SCHEDULES = 10_000;
    private static final int INCIDENTS = 300;
    private static final int WARM_UP = 50;
    private static final int CHANNELS = 5;
    private static final int SUBSCRIBERS = 1_000;
    private static final int MOST_PER_HOUR = 100_000;
    private static final Catalogue CATALOGUE = Scene.at("here").component("pictures").catalogue();
    private static final InstantSource CLOCK = InstantSource.system();

    private NoticeCost() {}

    static List<Row> measure() throws IOException {
        return List.of(handing(), subscribers(), mailed(), schedules());
    }

    /** From the decision that an incident begins to each of the channels, over SQLite. */
    private static Row handing() throws IOException {
        Path folder = Files.createTempDirectory("notices");
        try (SqliteTable table = SqliteTable.open(folder.resolve("status.db"), CLOCK)) {
            List<Long> handed = new ArrayList<>();
            ConcurrentLinkedQueue<Long> moments = new ConcurrentLinkedQueue<>();
            Sender sender =
                    (message, channel) -> {
                        moments.add(System.nanoTime());
                        return Delivery.SENT;
                    };
            for (int incident = 0; incident < INCIDENTS + WARM_UP; incident++) {
                moments.clear();
                long decided = System.nanoTime();
                open(table, incident);
                deliver(table, channels(), sender, Audience.NOBODY);
                if (incident >= WARM_UP) {
                    moments.forEach(moment -> handed.add(moment - decided));
                }
            }
            require(handed.size() == INCIDENTS * CHANNELS, handed.size() + " were handed over");
            return new Row(
                    "decision → written → handed to each of %d channels, over SQLite"
                            .formatted(CHANNELS),
                    "p50 %s ms, p99 %s ms"
                            .formatted(percentile(handed, 50), percentile(handed, 99)),
                    "",
                    "");
        }
    }

    private static Row subscribers() throws IOException {
        Path folder = Files.createTempDirectory("subscribers");
        try (SqliteTable table = SqliteTable.open(folder.resolve("status.db"), CLOCK)) {
            subscribe(table);
            ConcurrentLinkedQueue<Letter> letters = new ConcurrentLinkedQueue<>();
            Mailer mailer =
                    letter -> {
                        letters.add(letter);
                        return Delivery.SENT;
                    };
            Audience audience =
                    new MailAudience(
                            table, CATALOGUE.page(), new SubscriptionTokens(new byte[32]), mailer);
            long decided = System.nanoTime();
            open(table, 0);
            deliver(table, List.of(), (message, channel) -> Delivery.SENT, audience);
            double seconds = (System.nanoTime() - decided) / 1e9;
            Set<String> different = new HashSet<>();
            letters.forEach(letter -> different.add(letter.to()));
            require(
                    letters.size() == SUBSCRIBERS && different.size() == SUBSCRIBERS,
                    letters.size() + " letters to " + different.size());
            return new Row(
                    "one message to %,d subscribers, each its own delivery, over SQLite"
                            .formatted(SUBSCRIBERS),
                    String.format(Locale.ROOT, "%.1f s until the last is handed over", seconds)
                            + ", each exactly once",
                    "",
                    "");
        }
    }

    /** The same over a socket to a mail server in a process of its own. */
    private static Row mailed() throws IOException {
        Path folder = Files.createTempDirectory("mailed");
        try (SqliteTable table = SqliteTable.open(folder.resolve("status.db"), CLOCK);
                RealMailServer server = RealMailServer.plain(folder)) {
            subscribe(table);
            MailServer address =
                    new MailServer(
                            "localhost",
                            server.port(),
                            MailServer.Security.NONE,
                            "status@example.org",
                            Optional.empty());
            SmtpMailer mailer =
                    new SmtpMailer(
                            address,
                            name -> Optional.empty(),
                            CLOCK,
                            (SSLSocketFactory) SSLSocketFactory.getDefault());
            Audience audience =
                    new MailAudience(
                            table, CATALOGUE.page(), new SubscriptionTokens(new byte[32]), mailer);
            CompletableFuture<Integer> arrived =
                    CompletableFuture.supplyAsync(() -> different(server));
            long decided = System.nanoTime();
            open(table, 0);
            deliver(table, List.of(), (message, channel) -> Delivery.SENT, audience);
            double seconds = (System.nanoTime() - decided) / 1e9;
            require(arrived.join() == SUBSCRIBERS, "mails are missing");
            return new Row(
                    "the same %,d over SMTP to a mail server in another process"
                            .formatted(SUBSCRIBERS),
                    String.format(Locale.ROOT, "%.1f s until the server has the last", seconds)
                            + ", each exactly once",
                    "",
                    "");
        }
    }

    /** To how many addresses the first thousand mails go. */
    private static int different(RealMailServer server) {
        Set<String> to = new HashSet<>();
        try {
            for (int mail = 0; mail < SUBSCRIBERS; mail++) {
                to.add(server.next().path("to").toString());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return to.size();
    }

    /** Commands twice, in any order, by a process that dies at any of its steps. */
    private static Row schedules() {
        long said = 0;
        long lost = 0;
        long repeats = 0;
        long crashes = 0;
        long different = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            OutboxSchedule.Result result = OutboxSchedule.live(seed);
            said += result.said();
            lost += result.lost();
            repeats += result.repeats();
            crashes += result.crashes();
            different += result.sameEnd() ? 0 : 1;
            require(result.repeats() <= result.crashes(), "repeats with seed " + seed);
        }
        return new Row(
                "%,d random schedules with duplicates, reordering and crashes".formatted(SCHEDULES),
                "%,d sayings, %,d crashes: %d lost, %,d repeats (all under the first one's id), %d with another end"
                        .formatted(said, crashes, lost, repeats, different),
                "0 lost, same end, at most one repeat a crash",
                "");
    }

    private static void deliver(
            Table table, List<Channel> channels, Sender sender, Audience audience) {
        new Deliver(
                        table,
                        new Deliver.Settings(
                                CATALOGUE,
                                channels,
                                sender,
                                audience,
                                Optional.empty(),
                                evidence -> Optional.empty()),
                        CLOCK)
                .run();
    }

    private static List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int number = 0; number < CHANNELS; number++) {
            channels.add(
                    new WebhookChannel(
                            new ChannelHead(
                                    new ChannelId("channel-" + number), Route.ALL, MOST_PER_HOUR),
                            URI.create("https://program.example.org/"),
                            Optional.empty(),
                            false));
        }
        return channels;
    }

    private static void open(Table table, int number) {
        Instant now = CLOCK.instant();
        IncidentUpdate first =
                new IncidentUpdate(
                        "opened",
                        IncidentStatus.INVESTIGATING,
                        new Author.Person("bench"),
                        "Pictures fail.",
                        now,
                        now,
                        List.of(
                                new ComponentChange(
                                        new ComponentId("pictures"),
                                        ComponentStatus.OPERATIONAL,
                                        ComponentStatus.MAJOR_OUTAGE)),
                        true);
        IncidentId id = new IncidentId(ShortId.of("bench", Integer.toString(number)));
        Incident incident =
                Incidents.after(
                                List.of(),
                                List.of(
                                        new IncidentCommand.Open(
                                                id,
                                                "Pictures: down",
                                                Optional.empty(),
                                                first.author(),
                                                now,
                                                first,
                                                List.of())))
                        .getFirst();
        boolean written = new IncidentWriter(table).write(Optional.empty(), incident, List.of());
        require(written, "incident " + number + " was not written");
    }

    private static void subscribe(Table table) {
        SubscriptionStore store = new SubscriptionStore(table);
        Instant now = CLOCK.instant().minus(Duration.ofDays(1));
        for (int number = 0; number < SUBSCRIBERS; number++) {
            Subscription one =
                    new Subscription(
                            ShortId.of("subscriber", Integer.toString(number)),
                            "visitor" + number + "@example.org",
                            Set.of(),
                            now,
                            Optional.of(now),
                            List.of());
            table.transact(store.writing(one, SubscriptionStore.NONE));
        }
    }

    private static String percentile(List<Long> nanoseconds, int percent) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
        int at = Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1);
        return String.format(Locale.ROOT, "%.1f", sorted[at] / 1e6);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
