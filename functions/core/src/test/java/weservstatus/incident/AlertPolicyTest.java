package weservstatus.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

class AlertPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final AlertDoor DOOR =
            new AlertDoor(
                    "prometheus",
                    new BeatToken.Variable("TOKEN"),
                    List.of(
                            rule("queue", "critical", "resize", ComponentStatus.MAJOR_OUTAGE),
                            rule(
                                    "queue",
                                    "warning",
                                    "resize",
                                    ComponentStatus.DEGRADED_PERFORMANCE),
                            rule("disk", "critical", "cache", ComponentStatus.PARTIAL_OUTAGE)),
                    Duration.ofHours(5));

    private final AlertPolicy policy = new AlertPolicy(DOOR);

    /** Calls about one group, one after the other, and what the incident then says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # calls: alerts that fire (with severity) or are over                 | updates | status        | components
                    queue critical                                                        | 1       | investigating | resize major_outage
                    other critical                                                        | -       | -             | -
                    queue critical; queue critical                                        | 1       | investigating | resize major_outage
                    queue warning; queue critical                                         | 2       | investigating | resize major_outage
                    queue warning, disk critical                                          | 1       | investigating | cache partial_outage, resize degraded_performance
                    queue warning, disk critical; queue warning, disk critical over       | 2       | investigating | cache operational, resize degraded_performance
                    queue warning, queue critical                                         | 1       | investigating | resize major_outage
                    queue critical; queue critical over                                   | 2       | resolved      | resize operational
                    queue critical; queue critical over; queue critical over              | 2       | resolved      | resize operational
                    queue critical over                                                   | -       | -             | -
                    """)
    void oneGroupIsOneIncident(String calls, Integer updates, String status, String components) {
        List<Incident> incidents = after(calls);

        assertThat(incidents).hasSize(updates == null ? 0 : 1);
        for (Incident incident : incidents) {
            assertThat(incident.updates()).hasSize(updates);
            assertThat(incident.status().label()).isEqualTo(status);
            assertThat(
                            incident.components().entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue().label())
                                    .collect(Collectors.joining(", ")))
                    .isEqualTo(components);
        }
    }

    @Test
    void itBeganWhenTheFirstAlertDidAndEndedWithTheLast() {
        Incident incident = after("queue critical; queue critical over").getFirst();

        assertThat(incident.started()).isEqualTo(NOON.minusSeconds(60));
        assertThat(incident.ended()).contains(NOON.minusSeconds(5));
    }

    @Test
    void whatAPersonHasTakenOverThatPersonEnds() {
        List<Incident> open = after("queue critical");
        List<Incident> taken =
                Incidents.after(
                        open,
                        List.of(
                                new IncidentCommand.TakeOver(
                                        open.getFirst().id(), new Author.Person("Ann"))));

        List<Incident> ended =
                Incidents.after(taken, policy.decide(taken, group("queue critical over"), NOON));

        assertThat(ended.getFirst().isOpen()).isTrue();
        assertThat(ended.getFirst().span().proposedEnd()).contains(NOON.minusSeconds(5));
    }

    @Test
    void anotherGroupIsAnotherIncident() {
        List<Incident> first = after("queue critical");
        Alert.Group other = new Alert.Group("other", "Other", group("disk critical").alerts());

        assertThat(Incidents.after(first, policy.decide(first, other, NOON))).hasSize(2);
    }

    private List<Incident> after(String calls) {
        List<Incident> incidents = List.of();
        Instant now = NOON;
        for (String call : calls.split("; ", -1)) {
            incidents = Incidents.after(incidents, policy.decide(incidents, group(call), now));
            now = now.plusSeconds(60);
        }
        return incidents;
    }

    private static Alert.Group group(String call) {
        List<Alert> alerts = new ArrayList<>();
        for (String alert : call.split(", ", -1)) {
            String[] words = alert.split(" ", -1);
            alerts.add(
                    new Alert(
                            Map.of("alertname", words[0], "severity", words[1], "zone", "a"),
                            words[0] + " is full",
                            NOON.minusSeconds(60),
                            words.length > 2
                                    ? Optional.of(NOON.minusSeconds(5))
                                    : Optional.empty()));
        }
        return new Alert.Group("{}:{alertname=\"x\"}", "The queue is full", alerts);
    }

    private static AlertDoor.Rule rule(
            String name, String severity, String component, ComponentStatus status) {
        return new AlertDoor.Rule(
                Map.of("alertname", name, "severity", severity),
                new ComponentId(component),
                status,
                AlertDoor.Meaning.INCIDENT);
    }
}
