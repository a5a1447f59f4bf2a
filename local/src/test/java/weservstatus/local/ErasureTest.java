package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.check.Catalogue;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.Letter;
import weservstatus.notify.SampleNotices;
import weservstatus.store.OutboxStore;
import weservstatus.store.TestClock;
import weservstatus.usecase.AdministerSubscribers;
import weservstatus.usecase.Deliver;
import weservstatus.usecase.MailAudience;
import weservstatus.usecase.Mandate;
import weservstatus.usecase.SubscriptionTokens;
import weservstatus.usecase.Subscriptions;
import weservstatus.verdict.Scene;

/** Of an address that is not subscribed any more nothing is left, not in a byte of any file. */
class ErasureTest {
    private static final Instant NOON = SampleNotices.START;
    private static final String ADA = "ada.lovelace@example.org";
    private static final Pattern LINK = Pattern.compile("subscription\\.html#([A-Za-z0-9_-]+)");

    @TempDir private Path folder = Path.of("unset");
    private final TestClock clock = new TestClock(NOON);
    private final Catalogue catalogue = Scene.at("here").component("processing").catalogue();
    private final SubscriptionTokens tokens = new SubscriptionTokens(new byte[32]);
    private final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());
    private Optional<SqliteTable> opened = Optional.empty();

    @BeforeEach
    void open() {
        opened = Optional.of(SqliteTable.open(DataFolder.database(folder), clock));
    }

    @AfterEach
    void close() {
        table().close();
    }

    @Test
    void unsubscribingLeavesNothingInTheDatabaseNorInItsLog() throws IOException {
        String token = subscribe();
        assertThat(files()).contains(ADA);

        subscriptions().end(token);

        assertThat(files()).doesNotContain(ADA, "lovelace", token);
    }

    @Test
    void whatWasQueuedForItIsNeitherSentNorKept() throws IOException {
        String token = subscribe();
        table().transact(
                        new OutboxStore(table())
                                .adding(SampleNotices.incident("a", Event.OPENED, 0)));
        deliver(new Delivery.Failed("the server is down", Optional.empty()));
        assertThat(new OutboxStore(table()).pending()).isNotEmpty();

        subscriptions().end(token);
        letters.clear();
        clock.advance(Duration.ofHours(1));
        deliver(Delivery.SENT);

        assertThat(letters).isEmpty();
        assertThat(new OutboxStore(table()).pending()).isEmpty();
        assertThat(files()).doesNotContain("lovelace");
    }

    @Test
    void theRecordOfDeliveriesNamesNoAddress() throws IOException {
        String token = subscribe();
        table().transact(
                        new OutboxStore(table())
                                .adding(SampleNotices.incident("a", Event.OPENED, 0)));
        deliver(new Delivery.Refused("the mail server refuses an address (550)"));
        subscriptions().end(token);

        assertThat(new OutboxStore(table()).records(10))
                .singleElement()
                .asString()
                .contains("550")
                .doesNotContain("lovelace");
        assertThat(files()).doesNotContain("lovelace");
    }

    @Test
    void removalByTheOwnerLeavesNoAddressInTheAudit() throws IOException {
        subscribe();
        AdministerSubscribers desk = new AdministerSubscribers(table(), clock);
        var known = desk.find(desk.list("", 1).orElseThrow().kept().getFirst().id()).orElseThrow();

        desk.remove(
                known.value().id(),
                new Mandate("local", Optional.of(known.version()), Optional.empty()));

        assertThat(files()).contains("subscriber").doesNotContain("lovelace");
    }

    @Test
    void anExportHasNoAddressNotEvenOfWhoIsSubscribed() throws IOException {
        String token = subscribe();
        assertThat(export()).doesNotContain("lovelace");

        subscriptions().end(token);

        assertThat(export()).doesNotContain("lovelace");
    }

    @Test
    void whatNobodyConfirmsIsGoneWithItsDay() throws IOException {
        subscriptions().request(ADA, Set.of());
        deliver(Delivery.SENT);
        clock.advance(Duration.ofHours(25));

        table().purge();

        assertThat(files()).doesNotContain("lovelace");
    }

    private String subscribe() {
        subscriptions().request(ADA, Set.of());
        deliver(Delivery.SENT);
        Matcher link = LINK.matcher(letters.getLast().text());
        assertThat(link.find()).isTrue();
        subscriptions().confirm(link.group(1));
        return link.group(1);
    }

    private Subscriptions subscriptions() {
        return new Subscriptions(table(), catalogue, tokens, clock, () -> "abcdefabcdef");
    }

    private void deliver(Delivery delivery) {
        MailAudience audience =
                new MailAudience(
                        table(),
                        catalogue.page(),
                        tokens,
                        letter -> {
                            letters.add(letter);
                            return delivery;
                        });
        Deliver.Settings settings =
                new Deliver.Settings(
                        catalogue,
                        List.of(),
                        (message, channel) -> Delivery.SENT,
                        audience,
                        Optional.empty(),
                        evidence -> Optional.empty());
        new Deliver(table(), settings, clock).run();
    }

    private String export() {
        StringBuilder out = new StringBuilder();
        Export.write(folder, clock, out);
        return out.toString();
    }

    /** Every byte of every file, the log of the database too. */
    private String files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(ErasureTest::bytes)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SqliteTable table() {
        return opened.orElseThrow();
    }
}
