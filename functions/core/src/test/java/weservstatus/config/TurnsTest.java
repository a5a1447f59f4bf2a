package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Schedule;
import weservstatus.time.Slot;

class TurnsTest {
    private static final Duration ROUND = Duration.ofMinutes(1);

    @Test
    void noTwoUncachedRotatingChecksOfTheDefaultShareARound() {
        Map<Integer, Integer> perSlot = new HashMap<>();
        for (Check check : Checkout.defaultCatalogue().checks()) {
            boolean rotates = check.schedule().every().compareTo(ROUND) > 0;
            if (rotates && check.cachePath() == CachePath.MISS && check.needsOrigin()) {
                perSlot.merge(check.schedule().turn(), 1, Integer::sum);
            }
        }

        assertThat(perSlot.values()).hasSizeGreaterThan(15).containsOnly(1);
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
                    .append(", name: C, component: site, path: /, cache: none, ")
                    .append(settings[index])
                    .append("expect: [{status: 200}]}\n");
        }
        return Checkout.valid("test.yaml", text.toString()).checks();
    }
}
