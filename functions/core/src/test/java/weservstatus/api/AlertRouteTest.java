package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.incident.AlertDoor;
import weservstatus.incident.Incident;
import weservstatus.store.AuditStore;
import weservstatus.store.InMemoryTable;
import weservstatus.store.IncidentStore;
import weservstatus.store.OverrideStore;
import weservstatus.store.Stored;
import weservstatus.store.TestClock;
import weservstatus.usecase.MissingToken;
import weservstatus.usecase.ReceiveAlerts;
import weservstatus.verdict.ComponentStatus;

class AlertRouteTest {
    private static final String TOKEN = "x7Kq-first_0123456789";
    private static final String CALL =
            """
            {"receiver": "status", "status": "STATUS", "version": "4", "truncatedAlerts": 0,
             "groupKey": "{}:{alertname=\\"Full\\"}", "externalURL": "http://am",
             "groupLabels": {}, "commonLabels": {"alertname": "Full"},
             "commonAnnotations": {"summary": "The queue is full <b>now</b>\\u0007"},
             "alerts": [{"status": "STATUS", "fingerprint": "1", "generatorURL": "http://p",
               "labels": {"alertname": "Full", "zone": "a"},
               "annotations": {"summary": "The queue is full"},
               "startsAt": "2026-11-26T11:59:00.123Z", "endsAt": "END"}]}
            """;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-26T12:00:00Z"));
    private final InMemoryTable table = new InMemoryTable(clock);
    private final AlertRoute route = route(_ -> Optional.of(TOKEN));

    private AlertRoute route(Function<String, Optional<String>> environment) {
        return route(environment, AlertDoor.Meaning.INCIDENT);
    }

    private AlertRoute route(
            Function<String, Optional<String>> environment, AlertDoor.Meaning means) {
        var door =
                new AlertDoor(
                        "am",
                        new BeatToken.Variable("ALERTS"),
                        List.of(
                                new AlertDoor.Rule(
                                        Map.of("alertname", "Full"),
                                        new ComponentId("resize"),
                                        ComponentStatus.PARTIAL_OUTAGE,
                                        means)),
                        Duration.ofHours(5));
        return new AlertRoute(new ReceiveAlerts(List.of(door), environment, table, clock), clock);
    }

    @Test
    void anAlertOpensAnIncidentAndItsEndResolvesIt() {
        assertThat(call(firing()).status()).isEqualTo(200);
        assertThat(call(firing()).status()).isEqualTo(200);

        assertThat(incidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.title()).isEqualTo("The queue is full <b>now</b>");
                    assertThat(incident.isOpen()).isTrue();
                    assertThat(incident.updates()).hasSize(1);
                    assertThat(incident.components())
                            .containsEntry(
                                    new ComponentId("resize"), ComponentStatus.PARTIAL_OUTAGE);
                });

        clock.advance(Duration.ofMinutes(5));
        assertThat(call(resolved()).status()).isEqualTo(200);

        assertThat(incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.isOpen()).isFalse());
    }

    @Test
    void anAlertThatMeansAStateSetsTheComponentUntilItIsOverOrSilentForTooLong() {
        AlertRoute states = route(_ -> Optional.of(TOKEN), AlertDoor.Meaning.STATE);

        assertThat(call(states, firing()).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(4));
        assertThat(call(states, firing()).status()).isEqualTo(200);
        assertThat(OverrideStore.all(table))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.component()).isEqualTo(new ComponentId("resize"));
                    assertThat(said.status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
                    assertThat(said.reason()).isEqualTo("The queue is full <b>now</b>");
                    assertThat(said.until()).isEqualTo(clock.instant().plus(Duration.ofHours(5)));
                });
        assertThat(call(states, resolved()).status()).isEqualTo(200);
        assertThat(OverrideStore.all(table)).isEmpty();
        assertThat(incidents()).isEmpty();
        assertThat(new AuditStore(table).newest(9, Optional.empty()).entries())
                .extracting(entry -> entry.who() + " " + entry.action())
                .containsExactly("Alertmanager am remove", "Alertmanager am begin");

        call(states, firing());
        clock.advance(Duration.ofHours(5));
        assertThat(OverrideStore.all(table)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  x7Kq-first_0123456789, 405",
        "PUT,  x7Kq-first_0123456789, 405",
        "POST, x7Kq-first_0123456780, 404",
        "POST, x,                     404"
    })
    void onlyTheHolderOfTheTokenIsHeard(String method, String token, int status) {
        Response response =
                route.handle(
                        Request.of(method, "/api/v1/alerts/" + token, "", Map.of())
                                .with(firing().getBytes(StandardCharsets.UTF_8)));

        assertThat(response.status()).isEqualTo(status);
        assertThat(incidents()).isEmpty();
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .doesNotContain(token + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"version\": \"3\", \"groupKey\": \"k\", \"alerts\": []}",
                "{\"version\": \"4\", \"groupKey\": \"k\", \"alerts\": {}}",
                "{\"version\": \"4\", \"groupKey\": \"k\", \"alerts\": [{\"startsAt\": \"now\"}]}"
            })
    void whatIsNoCallOfAnAlertmanagerIsRefused(String body) {
        assertThat(call(body).status()).isEqualTo(400);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void callsAreBoundedByTheMinute() {
        for (int call = 0; call < 300; call++) {
            assertThat(call("{}").status()).isEqualTo(400);
        }
        assertThat(call(firing()).status()).isEqualTo(429);

        clock.advance(Duration.ofMinutes(1));
        assertThat(call(firing()).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatCanBeGuessedIsNone() {
        assertThatThrownBy(() -> route(_ -> Optional.of("short")))
                .isInstanceOf(MissingToken.class)
                .hasMessageContaining("alerts am")
                .hasMessageContaining("ALERTS");
    }

    private Response call(String body) {
        return call(route, body);
    }

    private static Response call(AlertRoute route, String body) {
        return route.handle(
                Request.of("POST", "/api/v1/alerts/" + TOKEN, "", Map.of())
                        .with(body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Incident> incidents() {
        return new IncidentStore(table).all().stream().map(Stored::value).toList();
    }

    private static String firing() {
        return CALL.replace("STATUS", "firing").replace("END", "0001-01-01T00:00:00Z");
    }

    private static String resolved() {
        return CALL.replace("STATUS", "resolved").replace("END", "2026-11-26T12:04:00Z");
    }
}
