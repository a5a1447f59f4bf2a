package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Incidents and planned work on the page. */
class PageIncidentsIT {
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @BeforeEach
    void settle() {
        stage.asVisitorsComeMostly();
        zone("Europe/Berlin");
        stage.show(Told::incident);
    }

    private static void zone(String name) {
        stage.browser().command("Emulation.setTimezoneOverride", Map.of("timezoneId", name));
    }

    @Test
    void standFirstWithTitleStateImpactAndWhatIsAffected() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.troubles()).hasSize(1);
        assertThat(page.troubles().getFirst().replace('\u00a0', ' '))
                .contains("Partial outage", "Identified · major impact")
                .contains("WebP pictures fail for new requests")
                .contains("Whose side\nthe image service", "Affects\nFormats")
                .contains("format: expected webp, got png");
        assertThat(
                        page.script(
                                "return document.querySelector('.whole').nextElementSibling"
                                        + ".nextElementSibling.id"))
                .isEqualTo("troubles");
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void showWhatWasExpectedReceivedAndDifferent() {
        StatusPage page = stage.open("Some pictures fail");

        page.await("document.querySelector('.difference')?.naturalWidth > 0");
        assertThat(page.one(".three").getText().split("\\n"))
                .containsExactly("expected", "received", "difference");
        assertThat(page.one(".difference").getDomAttribute("alt"))
                .isEqualTo("Expected beside received beside their difference");
    }

    @Test
    void tellTheTimeOfTheVisitorWithUtcBeside() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.text(".since"))
                .matches("since .*\\d\\d:\\d\\d \\(.*\\d\\d:\\d\\d UTC\\) · 23 min");
        assertThat(page.text(".updates .stamp"))
                .matches(".*\\d\\d:\\d\\d \\(.*\\d\\d:\\d\\d UTC\\)");
        zone("UTC");
        assertThat(stage.open("Some pictures fail").text(".since"))
                .matches("since .*\\d\\d:\\d\\d UTC · 23 min");
    }

    @Test
    void tellUpdatesNewestFirstAndMuteThoseOfTheMonitor() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.all(".updates strong"))
                .extracting(word -> word.getText())
                .startsWith("Identified", "rolled back", "Investigating", "Detected");
        assertThat(page.all(".updates li.found")).hasSize(1);
        assertThat(page.one(".updates li.found .said").getDomAttribute("lang")).isEqualTo("en");
        assertThat(page.one(".updates li:first-child .said").getDomAttribute("lang")).isNull();
    }

    @Test
    void announceTheNextWorkWithItsCalendar() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.one("#planned .work").getText().replace('\u00a0', ' '))
                .contains("Planned: storage move in Falkenstein", "in 2 days", " UTC)")
                .contains("Cached pictures stay", "Affects Cached pictures");
        assertThat(page.one("#planned a").getDomAttribute("href"))
                .isEqualTo("maintenance/m1n2b3v4c5x6.ics");
    }

    @Test
    void areListedByDayWhenTheyAreOver() {
        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();

        assertThat(page.one("#past").getText().replace('\u00a0', ' '))
                .contains("What happened lately", "Formats: fails in part", "lasted 4 min")
                .contains("Resolved", "All checks pass again.");
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void areNamedByTheDayThatTheyFellOn() {
        StatusPage page = stage.open("Some pictures fail");
        WebElement cell = page.all(".row:has([aria-label^='Formats']) .cell").get(89 - 27);

        new Actions(stage.browser().driver()).moveToElement(cell).perform();
        page.awaitDetails(".row");
        assertThat(page.one(".tip:not([hidden])").getText()).contains("Formats: fails in part");
        assertThat(cell.getDomAttribute("aria-label")).endsWith("; Formats: fails in part");
        WebElement older = page.all(".row:has([aria-label^='Formats']) .cell").get(89 - 77);
        assertThat(older.getDomAttribute("aria-label")).endsWith("; 4 components are affected");
        page.script("arguments[0].focus()", cell);
        new Actions(stage.browser().driver()).sendKeys(Keys.ENTER).perform();

        page.await("location.href.endsWith('incident.html?id=over')");
    }

    @Test
    void areNoNewsWhenTheDataIsTooOld() {
        stage.show(now -> Told.incident(now).aged(java.time.Duration.ofMinutes(12)));

        StatusPage page = stage.open("We cannot see");

        assertThat(page.troubles()).isEmpty();
        assertThat(page.one("#planned").isDisplayed()).isTrue();
    }
}
