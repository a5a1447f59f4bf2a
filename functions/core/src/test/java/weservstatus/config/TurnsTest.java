package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Schedule;
import weservstatus.time.Slot;

class TurnsTest {
    private static final Duration ROUND = Duration.ofMinutes(1);

    @Test
    void checksOfTheSameIntervalAreSpreadEvenly() {
        assertThat(turns("", "", "")).containsExactly(0, 2, 4);
    }

    @Test
    void longerIntervalsShareALane() {
        assertThat(turns("", "every: 12m, ", "every: 12m, ", "")).containsExactly(0, 2, 8, 4);
        assertThat(turns("every: 18m, ", "", "every: 18m, ", "every: 12m, "))
                .containsExactly(0, 2, 6, 4);
    }

    @Test
    void whatIsNoMultipleOfTheShortestIntervalHasLanesOfItsOwn() {
        assertThat(turns("", "every: 9m, ", "", "every: 9m, ")).containsExactly(0, 0, 3, 4);
    }

    @Test
    void theLanesBesideAJourneyStayEmpty() {
        assertThat(turns("", "", "steps: [{name: one, path: /, expect: [{status: 200}]}]", ""))
                .containsExactly(0, 1, 3, 5);
    }

    @Test
    void whatRunsEveryRoundTakesNoLane() {
        assertThat(turns("every: 1m, ", "", "every: 1m, ", "")).containsExactly(0, 0, 0, 3);
    }

    private static List<Integer> turns(String... settings) {
        return schedules(settings).stream().map(check -> check.schedule().turn()).toList();
    }

    @Test
    void everyCheckOfTheDefaultIsDueWithinItsInterval() {
        Catalogue catalogue = Checkout.defaultCatalogue();
        Slot first = Slot.containing(Instant.EPOCH, ROUND);

        for (Check check : catalogue.checks()) {
            long due = 0;
            Slot slot = first;
            for (int index = 0; index < check.schedule().every().toMinutes(); index++) {
                due += check.schedule().isDue(slot) ? 1 : 0;
                slot = slot.next();
            }
            assertThat(due).as(check.id().value()).isEqualTo(1);
        }
    }

    @Test
    void aTurnThatIsWrittenStays() {
        List<Schedule> schedules =
                schedules("turn: 7, ", "", "", "").stream().map(Check::schedule).toList();

        assertThat(schedules).extracting(Schedule::turn).containsExactly(7, 1, 3, 4);
    }

    private static List<Check> schedules(String... settings) {
        StringBuilder text =
                new StringBuilder(
                        """
                        page: {name: Example, url: "https://a.example/"}
                        locations: [{id: here, name: Here}]
                        targets: [{id: own, url: "http://127.0.0.1"}]
                        control: none
                        groups: [{id: main, name: Main, components: [{id: site, name: Site}]}]
                        defaults: {every: 6m}
                        checks:
                        """);
        for (int index = 0; index < settings.length; index++) {
            text.append("  - {id: c")
                    .append(index)
                    .append(", name: C, component: site, cache: none, ")
                    .append(settings[index])
                    .append(
                            settings[index].startsWith("steps")
                                    ? "}\n"
                                    : "path: /, expect: [{status: 200}]}\n");
        }
        return Checkout.valid("test.yaml", text.toString()).checks();
    }
}
