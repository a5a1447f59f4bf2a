package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.notify.SampleNotices;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.usecase.TopicSubscriptions;
import weservstatus.usecase.VisitorLimits;
import weservstatus.verdict.Scene;

/** What visitors do where a topic tells them. */
class TopicSubscriptionsTest {
    private static final String ALL = "{\"audience\":[\"visitors\"]}";

    private final TestClock clock = new TestClock(SampleNotices.START);
    private final Table table = new InMemoryTable(clock);
    private final List<String> asked = new ArrayList<>();

    @Test
    void theTopicIsHandedTheAddressAndWhatItsOwnerWantsToHearOf() {
        assertThat(subscribe("Ada@EXAMPLE.org", "").status()).isEqualTo(202);
        assertThat(subscribe("bob@example.org", "\"page\"").status()).isEqualTo(202);

        assertThat(asked)
                .containsExactly(
                        "Ada@example.org " + ALL,
                        "bob@example.org {\"audience\":[\"visitors\"],"
                                + "\"component\":[\"page\",{\"exists\":false}]}");
    }

    @Test
    void anAddressIsAskedThreeTimesADayAndTheAnswerIsTheSameThen() {
        Response first = subscribe("ada@example.org", "");
        Response last = first;
        for (int wish = 0; wish < 9; wish++) {
            last = subscribe("ADA@example.org", "");
        }

        assertThat(asked).hasSize(3);
        assertThat(last.status()).isEqualTo(first.status());
        assertThat(last.body()).isEqualTo(first.body());
        assertThat(last.headers()).isEqualTo(first.headers());
        clock.advance(Duration.ofDays(1));
        subscribe("ada@example.org", "");
        assertThat(asked).hasSize(4);
    }

    @Test
    void aVisitorMayAskTenTimesAnHourWhicheverProcessAnswers() {
        for (int wish = 0; wish < 10; wish++) {
            assertThat(subscribe("a" + wish + "@example.org", "").status()).isEqualTo(202);
        }

        assertThat(subscribe("ada@example.org", "").status()).isEqualTo(429);
        assertThat(asked).hasSize(10);
    }

    @Test
    void neitherAddressesNorVisitorsAreKept() {
        subscribe("ada@example.org", "");

        assertThat(
                        table.list(Table.Query.of("visit")).stream()
                                .map(item -> item.key() + item.document())
                                .collect(Collectors.joining()))
                .contains("visitor/", "address/")
                .doesNotContain("ada", "203.0.113.7");
        clock.advance(Duration.ofDays(1));
        assertThat(table.list(Table.Query.of("visit"))).isEmpty();
    }

    @Test
    void moreComponentsThanAFilterTakesAreRefused() {
        String many =
                IntStream.range(0, 150)
                        .mapToObj(number -> "\"c" + number + "\"")
                        .collect(Collectors.joining(","));

        Response refused = subscribe("ada@example.org", many);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .asString(StandardCharsets.UTF_8)
                .contains("choose at most 149, or none for all");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4915112345678", "ada", "https://example.org/hook"})
    void nothingButMailIsTaken(String address) {
        assertThat(subscribe(address, "").status()).isEqualTo(422);
        assertThat(asked).isEmpty();
    }

    private Response subscribe(String address, String components) {
        Scene scene = Scene.at("here").component("page");
        for (int number = 0; number < 150; number++) {
            scene = scene.component("c" + number);
        }
        VisitorLimits limits = new VisitorLimits(table, new byte[] {1}, clock);
        Operations<Visitors> process =
                Visitors.byOthers(
                        new TopicSubscriptions(
                                scene.catalogue(),
                                (to, filter) -> asked.add(to + " " + filter),
                                limits),
                        limits,
                        request -> "203.0.113.7");
        Request request =
                new Request(
                        "POST",
                        "/api/v1/subscriptions",
                        Map.of(),
                        Map.of("content-type", "application/json"));
        String body = "{\"email\":\"%s\",\"components\":[%s]}".formatted(address, components);
        return process.handle(request.with(body.getBytes(StandardCharsets.UTF_8)));
    }
}
