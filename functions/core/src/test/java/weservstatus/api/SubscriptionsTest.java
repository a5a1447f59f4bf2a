package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.Catalogue;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.Letter;
import weservstatus.notify.Notice;
import weservstatus.notify.SampleNotices;
import weservstatus.store.InMemoryTable;
import weservstatus.store.OutboxStore;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.text.ShortId;
import weservstatus.usecase.Deliver;
import weservstatus.usecase.MailAudience;
import weservstatus.usecase.SubscriptionTokens;
import weservstatus.usecase.Subscriptions;
import weservstatus.usecase.VisitorLimits;
import weservstatus.verdict.Scene;

/** What visitors do with subscriptions, from the first wish to being forgotten. */
class SubscriptionsTest {
    private static final Pattern LINK = Pattern.compile("subscription\\.html#([A-Za-z0-9_-]+)");
    private static final String ADA = "ada@example.org";

    private final TestClock clock = new TestClock(SampleNotices.START);
    private final Table table = new InMemoryTable(clock);
    private final Catalogue catalogue =
            Scene.at("here").component("processing").component("page").catalogue();
    private final SubscriptionTokens tokens = new SubscriptionTokens(new byte[32]);
    private final List<Letter> letters = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Operations<Visitors> api =
            Visitors.byMail(
                    new Subscriptions(
                            table,
                            catalogue,
                            tokens,
                            clock,
                            () -> ShortId.of("t", "" + made.incrementAndGet())),
                    new VisitorLimits(table, new byte[32], clock),
                    request -> VisitorAddress.of(request, "198.51.100.99"::equals));

    @Test
    void anAddressIsToldOnlyAfterItsOwnerConfirms() {
        subscribe(ADA);
        deliver();
        tell(SampleNotices.incident("a", Event.OPENED, 0));

        assertThat(letters).extracting(Letter::to).containsExactly(ADA);
        assertThat(letters.getFirst().subject()).isEqualTo("Confirm your subscription to Test");
        assertThat(letters.getFirst().unsubscribe()).isEmpty();

        String token = token();
        assertThat(call("GET", "/" + token, "").body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"email\":\"a…@example.org\",\"confirmed\":false,\"components\":[]}");
        assertThat(call("POST", "/" + token + "/confirm", "").status()).isEqualTo(204);
        tell(SampleNotices.incident("b", Event.OPENED, 1, "page", true));

        Letter news = letters.getLast();
        assertThat(letters).hasSize(2);
        assertThat(news.subject()).startsWith("New incident: Something");
        assertThat(news.text())
                .contains("What to do: Nothing; you get word when something changes.")
                .contains("subscription.html#" + token)
                .doesNotContain("Try: curl");
        assertThat(news.unsubscribe())
                .contains(URI.create(page() + "/api/v1/subscriptions/" + token + "/unsubscribe"));
    }

    @Test
    void theAnswerIsTheSameForAKnownAddress() {
        Response first = subscribe(ADA);
        deliver();
        call("POST", "/" + token() + "/confirm", "");
        Response again = subscribe("ada@EXAMPLE.org");
        deliver();

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).isEqualTo(first.headers());
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().text()).contains("It is subscribed already.");
        assertThat(new SubscriptionStore(table).list("", 10)).hasSize(1);
    }

    @Test
    void anAddressGetsThreeOfTheseMailsADay() {
        for (int wish = 0; wish < 9; wish++) {
            clock.advance(Duration.ofMinutes(61));
            assertThat(subscribe(ADA).status()).isEqualTo(202);
            deliver();
        }

        assertThat(letters).hasSize(3);
    }

    @Test
    void aVisitorMayAskTenTimesAnHour() {
        for (int wish = 0; wish < 10; wish++) {
            assertThat(subscribe("a" + wish + "@example.org").status()).isEqualTo(202);
        }

        Response refused = subscribe(ADA);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "3600");
        assertThat(subscribe(ADA, "203.0.113.7, 198.51.100.99").status()).isEqualTo(202);
        clock.advance(Duration.ofHours(1));
        assertThat(subscribe(ADA).status()).isEqualTo(202);
    }

    @Test
    void allVisitorsTogetherMayAskThreeHundredTimesAnHour() {
        for (int wish = 0; wish < 300; wish++) {
            String visitor = "203.0.113." + wish / 10;
            assertThat(subscribe("a" + wish + "@example.org", visitor).status()).isEqualTo(202);
        }

        assertThat(subscribe(ADA, "192.0.2.7").status()).isEqualTo(429);
    }

    @Test
    void visitorsGetNoRemindersOfIncidentsButOfPlannedWork() {
        subscribed();
        letters.clear();
        tell(SampleNotices.incident("a", Event.REMINDER, 0));
        tell(SampleNotices.work(Event.REMINDER, 1));

        assertThat(letters)
                .extracting(Letter::subject)
                .singleElement()
                .asString()
                .startsWith("Planned work soon");
    }

    @Test
    void whoChoosesComponentsHearsOfThoseAlone() {
        String token = subscribed();
        assertThat(call("PUT", "/" + token, "{\"components\":[\"page\"]}").status()).isEqualTo(204);
        letters.clear();
        tell(SampleNotices.incident("a", Event.OPENED, 0));
        tell(SampleNotices.incident("b", Event.OPENED, 1, "page", true));
        tell(SampleNotices.incident("c", Event.OPENED, 2, "", false));

        assertThat(letters).hasSize(2);
        assertThat(call("PUT", "/" + token, "{\"components\":[\"nothing\"]}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE ", "POST /unsubscribe"})
    void endingErasesTheAddressEverywhere(String how) {
        String token = subscribed();
        table.transact(new OutboxStore(table).adding(SampleNotices.incident("a", Event.OPENED, 0)));
        String[] words = how.split(" ", -1);

        assertThat(call(words[0], "/" + token + words[1], "List-Unsubscribe=One-Click").status())
                .isEqualTo(204);
        letters.clear();
        deliver();

        assertThat(letters).isEmpty();
        assertThat(everything()).doesNotContain("ada").doesNotContain(token);
        assertThat(new OutboxStore(table).pending()).isEmpty();
        assertThat(call("GET", "/" + token, "").status()).isEqualTo(404);
        assertThat(call("DELETE", "/" + token, "").status()).isEqualTo(204);
    }

    @Test
    void whatNobodyConfirmsIsForgottenWithinADay() {
        subscribe(ADA);
        deliver();
        String token = token();
        clock.advance(Duration.ofHours(24));

        assertThat(call("POST", "/" + token + "/confirm", "").status()).isEqualTo(404);
        assertThat(new SubscriptionStore(table).list("", 10)).isEmpty();
    }

    @Test
    void noTokenIsStoredAndNoneCanBeGuessed() {
        String token = subscribed();
        String other = new StringBuilder(token).reverse().toString();

        assertThat(everything()).doesNotContain(token.substring(12));
        assertThat(call("GET", "/" + token.substring(0, 12), "").status()).isEqualTo(404);
        assertThat(call("GET", "/" + token.substring(0, 40) + "AAA", "").status()).isEqualTo(404);
        Response missing = call("GET", "/" + other, "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ada                        | 422
                    ada@localhost              | 422
                    "ada lovelace"@example.org | 422
                    ada@example.org, b@c.org   | 422
                    ada@example.org\\r\\nBcc: b | 422
                    ada@-example.org           | 422
                    ada+status@mail.example.org | 202
                    o'neil@example.co.uk       | 202
                    """)
    void onlyAddressesAreTaken(String typed, int status) {
        String json = typed.replace("\"", "\\\"");

        assertThat(call("POST", "", "{\"email\":\"" + json + "\"}").status()).isEqualTo(status);
    }

    private String subscribed() {
        subscribe(ADA);
        deliver();
        String token = token();
        call("POST", "/" + token + "/confirm", "");
        return token;
    }

    private Response subscribe(String address) {
        return call("POST", "", "{\"email\":\"" + address + "\"}");
    }

    private Response subscribe(String address, String forwarded) {
        Request request =
                new Request(
                        "POST",
                        "/api/v1/subscriptions",
                        Map.of(),
                        Map.of("content-type", "application/json", "x-forwarded-for", forwarded));
        byte[] body = ("{\"email\":\"" + address + "\"}").getBytes(StandardCharsets.UTF_8);
        return api.handle(request.with(body));
    }

    private Response call(String method, String path, String body) {
        Request request =
                new Request(
                        method,
                        "/api/v1/subscriptions" + path,
                        Map.of(),
                        Map.of("content-type", "application/json"));
        return api.handle(request.with(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(Notice notice) {
        table.transact(new OutboxStore(table).adding(notice));
        deliver();
    }

    private void deliver() {
        new Deliver(
                        table,
                        new Deliver.Settings(
                                catalogue,
                                List.of(),
                                (message, channel) -> Delivery.SENT,
                                new MailAudience(table, catalogue.page(), tokens, this::post),
                                Optional.empty(),
                                evidence -> Optional.empty()),
                        clock)
                .run();
    }

    private synchronized Delivery post(Letter letter) {
        letters.add(letter);
        return Delivery.SENT;
    }

    private String token() {
        Matcher link = LINK.matcher(letters.getLast().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String page() {
        return catalogue.page().url().toString().replaceAll("/$", "");
    }

    /** Every document of the partitions that know of subscriptions or messages. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String partition :
                List.of(
                        "subscription",
                        "subscription-address",
                        "outbox",
                        "outbox-open",
                        "outbox-pending",
                        "outbox-record",
                        "outbox-memory",
                        "visit")) {
            table.list(Table.Query.of(partition))
                    .forEach(item -> all.append(item.key()).append(item.document()).append('\n'));
        }
        return all.toString();
    }
}
