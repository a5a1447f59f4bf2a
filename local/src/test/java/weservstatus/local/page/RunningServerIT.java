package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.WebDriverWait;
import weservstatus.local.Demo;
import weservstatus.local.Fault;
import weservstatus.local.FaultScript;
import weservstatus.local.FaultScript.Scene;
import weservstatus.local.Network;
import weservstatus.local.Voice;

/** The page on the server that ships, while the service that it watches breaks and heals. */
class RunningServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FaultScript SHORT =
            new FaultScript(
                    List.of(
                            new Scene(Duration.ZERO, Fault.NONE),
                            new Scene(Duration.ofSeconds(15), Fault.WEBP_BREAKS),
                            new Scene(Duration.ofSeconds(40), Fault.ALL_DOWN),
                            new Scene(Duration.ofSeconds(65), Fault.NONE)),
                    Duration.ofHours(1));

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();

    @Test
    void turnsFromGreenToOrangeToRedAndBack(@TempDir Path data) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        var settings =
                new Demo.Settings(
                        0, data, SHORT, catalogue -> Network.prober(catalogue.page(), clock));
        try (Demo demo = Demo.start(settings, clock, new Voice(notes::add, troubles::add));
                Browser browser = Browser.start()) {
            assertThat(notes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("first result: operational");
            StatusPage page = StatusPage.open(browser, demo.running().url());

            shows(browser, page, "Everything works", "operational");
            assertThat(page.freshness()).contains("This machine");
            assertThat(page.states()).hasSizeGreaterThanOrEqualTo(5);

            shows(browser, page, "Some pictures fail", "partial");
            assertThat(page.states()).containsEntry("Formats", "Partial outage");
            assertThat(page.troubles()).anySatisfy(card -> assertThat(card).contains("WebP"));

            shows(browser, page, "Down", "down");
            shows(browser, page, "Everything works", "operational");
            page.readToTheEnd();
            page.await("document.querySelectorAll('.strip li').length > 4");
            page.await(
                    "[...document.querySelectorAll('.strip img[src]')]"
                            + ".filter(one => one.complete && one.naturalWidth > 0).length > 4");
            assertThat(page.violations()).isEmpty();
            assertThat(browser.console()).isEmpty();
        }
        assertThat(troubles).isEmpty();
    }

    private static void shows(Browser browser, StatusPage page, String headline, String symbol) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .withMessage(() -> "headline is " + page.headline() + ", not " + headline)
                .until(driver -> page.headline().equals(headline));
        assertThat(page.symbol()).isEqualTo(symbol);
        assertThat(page.violations()).isEmpty();
    }
}
