package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The speed of each location and format, and where its time goes. */
class PageSpeedIT {
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
        stage.show(now -> Told.calm(now).place("Far away", "reporting"));
        stage.site().newest(parts(stage.clock().instant().truncatedTo(ChronoUnit.HOURS)));
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static String parts(Instant hour) {
        return """
        {"parts": [
          {"location": null, "format": "webp", "phase": "total", "day": %1$s, "hours": [%2$s]},
          {"location": "Far away", "format": null, "phase": "total", "day": %1$s, "hours": [%2$s]},
          {"location": "Far away", "format": "webp", "phase": "total", "day": %1$s, "hours": []},
          {"location": null, "format": null, "phase": "dns", "day": %1$s, "hours": []},
          {"location": "Far away", "format": null, "phase": "tls", "day": %1$s, "hours": []}],
         "checks": []}
        """
                .formatted(
                        "{\"n\": 60, \"p50\": 12.5, \"p95\": 80, \"p99\": null}",
                        "{\"hour\": \"" + hour + "\", \"n\": 60, \"p50\": 12.5, \"p95\": 80}");
    }

    @Test
    void eachLocationAndFormatHasItsChartItsNumbersAndItsPhases() {
        StatusPage page = stage.open("Everything works");
        page.readToTheEnd();
        page.await("document.querySelectorAll('#speed-whose option').length > 8");
        Select whose = new Select(page.one("#speed-whose"));

        assertThat(whose.getOptions().stream().map(WebElement::getText).toList())
                .contains("WEBP, last 24 hours", "Far away, last 24 hours");
        assertThat(phases(page)).containsExactly("Name lookup 13 ms 80 ms – 60");

        whose.selectByVisibleText("Far away, last 24 hours");
        page.await("document.querySelector('.numbers').textContent.includes('60')");
        assertThat(page.text(".numbers")).contains("13 ms", "80 ms", "–");
        assertThat(phases(page)).containsExactly("Encryption 13 ms 80 ms – 60");

        whose.selectByVisibleText("WEBP, last 24 hours");
        assertThat(page.all(".chart .spot")).hasSize(2);
        assertThat(page.violations()).isEmpty();
    }

    private static List<String> phases(StatusPage page) {
        return page.all("#speed details:nth-of-type(2) tbody tr").stream()
                .map(row ->
                        row.findElements(By.cssSelector("th, td")).stream()
                                .map(cell -> String.valueOf(cell.getDomProperty("textContent")))
                                .collect(Collectors.joining(" "))
                                .replace('\u00a0', ' '))
                .toList();
    }
}
