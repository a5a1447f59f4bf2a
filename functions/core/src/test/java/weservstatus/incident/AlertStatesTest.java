package weservstatus.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.incident.AlertDoor.Meaning;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentStatus;

class AlertStatesTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final AlertDoor DOOR =
            new AlertDoor(
                    "prometheus",
                    new BeatToken.Variable("TOKEN"),
                    List.of(
                            rule("full", "resize", ComponentStatus.MAJOR_OUTAGE, Meaning.STATE),
                            rule("busy", "resize", ComponentStatus.PARTIAL_OUTAGE, Meaning.STATE),
                            rule("disk", "cache", ComponentStatus.PARTIAL_OUTAGE, Meaning.STATE),
                            rule("dead", "cache", ComponentStatus.MAJOR_OUTAGE, Meaning.INCIDENT)),
                    Duration.ofHours(5));

    /** Calls about one group, a minute apart, and what is then said of components. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    full                            | resize major_outage
                    busy                            | resize partial_outage
                    busy, full                      | resize major_outage
                    busy; full                      | resize major_outage
                    full, busy; full over, busy     | resize partial_outage
                    full, disk                      | cache partial_outage, resize major_outage
                    full, disk; full over, disk     | cache partial_outage
                    full; full over                 | -
                    full over                       | -
                    dead                            | -
                    other                           | -
                    full; other                     | -
                    """)
    void alertsThatFireSayWhatComponentsAre(String calls, String said) {
        List<ComponentOverride> after = after(calls);

        assertThat(
                        after.stream()
                                .map(one -> one.component() + " " + one.status().label())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(said == null ? "" : said);
    }

    @Test
    void aRepeatOnlyLastsLonger() {
        ComponentOverride once = after("full").getFirst();
        ComponentOverride twice = after("full; full").getFirst();

        assertThat(once.begun()).isEqualTo(NOON.minusSeconds(60)).isEqualTo(twice.begun());
        assertThat(once.until()).isEqualTo(NOON.plus(Duration.ofHours(5)));
        assertThat(twice.until()).isEqualTo(once.until().plusSeconds(60));
        assertThat(twice.id()).isEqualTo(once.id()).startsWith("alerts.");
    }

    @Test
    void anotherGroupSpeaksForItself() {
        List<ComponentOverride> said = new ArrayList<>(after("full"));

        assertThat(new AlertStates(DOOR).decide(said, group("other", "full over"), NOON)).isEmpty();
        assertThat(new AlertStates(DOOR).decide(said, group("other", "full"), NOON))
                .singleElement()
                .satisfies(wish -> assertThat(wish.id()).isNotEqualTo(said.getFirst().id()));
    }

    private static List<ComponentOverride> after(String calls) {
        List<ComponentOverride> said = new ArrayList<>();
        Instant now = NOON;
        for (String call : calls.split("; ", -1)) {
            for (AlertStates.Wish wish :
                    new AlertStates(DOOR).decide(said, group("group", call), now)) {
                said.removeIf(one -> one.id().equals(wish.id()));
                wish.after().ifPresent(said::add);
            }
            now = now.plusSeconds(60);
        }
        return said.stream().sorted(Comparator.comparing(ComponentOverride::component)).toList();
    }

    private static Alert.Group group(String key, String call) {
        List<Alert> alerts = new ArrayList<>();
        for (String word : call.split(", ", -1)) {
            Optional<Instant> ended = word.endsWith(" over") ? Optional.of(NOON) : Optional.empty();
            Map<String, String> labels = Map.of("alertname", word.split(" ", -1)[0]);
            alerts.add(new Alert(labels, "It is.", NOON.minusSeconds(60), ended));
        }
        return new Alert.Group(key, "Alerts", alerts);
    }

    private static AlertDoor.Rule rule(
            String name, String component, ComponentStatus status, Meaning means) {
        return new AlertDoor.Rule(
                Map.of("alertname", name), new ComponentId(component), status, means);
    }
}
