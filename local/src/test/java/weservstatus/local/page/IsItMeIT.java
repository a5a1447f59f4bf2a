package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import weservstatus.local.page.VisitedService.Manner;
import weservstatus.status.CheckReports;
import weservstatus.status.CheckReports.Instance;
import weservstatus.status.SampleSnapshots;

/** "Is it me?" in a real browser, before a service and origins that behave as told. */
class IsItMeIT {
    private static final Path SITE = Path.of(System.getProperty("repository.root"), "site");

    /** Headline of the monitor, online, the service (status, ms), the origin: what is said. */
    private static final String TABLE =
            """
            works      yes right        right  works
            slow       yes right        right  works
            down       yes right        right  worksForYou
            some_fail  yes right        silent worksForYou
            cannot_see yes right        right  worksUnseen
            works      yes right/200/9000 right slowForYou
            works      no  silent       silent offline
            works      yes shown        right  shown
            down       yes shown        right  worksForYou
            works      yes error/429    right  limited
            down       yes error/429    right  limited
            works      yes error/403    right  blocked
            works      yes error/502    right  serviceHere
            down       yes error/502    right  service
            works      yes error/404    right  serviceHere
            works      yes error/404    silent cardOrigin
            works      yes error/400    error  cardOrigin
            down       yes error/404    right  service
            works      yes hidden       right  blocked
            down       yes hidden       right  service
            works      yes wrong        right  changed
            some_fail  yes wrong        right  service
            works      yes silent       right  path
            works      yes late         shown  path
            works      yes silent       silent network
            works      yes late         late   network
            down       yes silent       silent service
            cannot_see yes error/502    right  serviceUnseen
            cannot_see yes error/404    right  serviceUnseen
            cannot_see yes error/404    silent cardOrigin
            cannot_see yes error/429    right  limited
            cannot_see yes wrong        right  changedUnseen
            cannot_see yes right/200/9000 right worksUnseen
            cannot_see yes silent       silent unclear
            cannot_see yes silent       right  unclear
            works      yes barred       barred unclear
            """;

    /** What was said before, the picture from its own place, through the service: what is said. */
    private static final String OWN_TABLE =
            """
            works   right  right     ownWorks
            works   shown  right     ownWorks
            works   barred shown     ownWorks
            works   silent right     ownCopy
            works   hidden right     ownCopy
            works   right  error/429 ownLimited
            works   right  error/403 ownLimited
            works   right  error/400 ownRefused
            works   silent error/400 ownRefused
            works   right  error/404 ownTurned
            works   shown  error/404 ownTurned
            works   error  error/404 ownOrigin
            works   silent error/404 ownOrigin
            works   barred error/404 ownUnproven
            works   right  error/502 ownService
            works   silent error/502 ownOrigin
            service right  error/404 ownService
            works   right  silent    ownUnproven
            works   silent silent    ownOrigin
            works   hidden hidden    ownOrigin
            """;

    private static Browser browser;
    private static ArchivedSite site;
    private static final VisitedService SERVICE = new VisitedService();
    private static final VisitedService ORIGIN = new VisitedService();

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        Instance instance = new Instance("home", SERVICE.address(), Optional.of(ORIGIN.address()));
        site =
                new ArchivedSite(
                        SampleSnapshots.calm().with(new CheckReports(List.of(instance), List.of())),
                        List.of());
    }

    @AfterAll
    static void stop() {
        browser.close();
        site.close();
        SERVICE.close();
        ORIGIN.close();
        assertThat(site.troubles()).isEmpty();
    }

    private static StatusPage open(Manner service, Manner origin) {
        SERVICE.behave(service);
        ORIGIN.behave(origin);
        browser.size(1280, 900);
        browser.prefer("light", "reduce");
        StatusPage page = StatusPage.open(browser, site.at("is-it-me.html"));
        page.await("document.querySelector('#result[aria-busy=false]') !== null");
        return page;
    }

    @Test
    void judgesAsTheTablesSay() {
        open(Manner.RIGHT, Manner.RIGHT);
        List<String> judged =
                Arrays.asList(
                        String.valueOf(browser.driver().executeAsyncScript(JUDGE, TABLE, OWN_TABLE))
                                .split("\n"));

        assertThat(judged).hasSize(56).allMatch(line -> line.endsWith("ok"));
    }

    private static final String JUDGE =
            """
            const [table, own, done] = arguments;
            const rows = (text) => text.trim().split('\\n').map((row) => row.trim().split(/ +/));
            const seen = (word) => {
              const [name, status, ms] = word.split('/');
              return { seen: name, status: Number(status ?? 0), ms: Number(ms ?? 90) };
            };
            const line = (row, found, tone) => `${row.join(' ')}: ${found}, ${tone} ${
              found === row.at(-1) && typeof tone === 'string' ? 'ok' : 'WRONG'}`;
            import(new URL('js/pages/judgement.mjs', location.href)).then(({ judge, judgeOwn }) => {
              const first = rows(table).map((row) => {
                const [monitor, online, service, origin] = row;
                const { verdict, tone } = judge({
                  monitor, online: online === 'yes', service: seen(service), origin: seen(origin) });
                return line(row, verdict, tone);
              });
              const second = rows(own).map((row) => {
                const { verdict, tone } = judgeOwn(row[0], seen(row[1]), seen(row[2]));
                return line(row, verdict, tone);
              });
              done([...first, ...second].join('\\n'));
            });
            """;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    RIGHT,     RIGHT,  It works for you
                    SHOWN,     RIGHT,  It works for you
                    WRONG,     RIGHT,  A wrong picture came
                    HIDDEN,    RIGHT,  You seem to be blocked
                    LIMITED,   RIGHT,  Too many requests from your address
                    BROKEN,    RIGHT,  The service fails for you
                    NOT_FOUND, HIDDEN, Our test picture is at fault
                    """)
    void saysWhoseFaultItIs(Manner service, Manner origin, String headline) {
        StatusPage page = open(service, origin);

        assertThat(page.headline()).isEqualTo(headline);
        assertThat(page.all("#facts > li")).hasSize(3);
        assertThat(page.all("#facts b")).isEmpty();
        assertThat(page.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    RIGHT,     RIGHT,  This picture works
                    RIGHT,     HIDDEN, It comes from a copy
                    REFUSED,   RIGHT,  The service refuses this picture
                    NOT_FOUND, RIGHT,  The origin turns the service away
                    NOT_FOUND, HIDDEN, It is the origin of your picture
                    """)
    void looksAtAPictureOfTheVisitor(Manner service, Manner direct, String verdict) {
        try (VisitedService mine = new VisitedService()) {
            StatusPage page = open(Manner.RIGHT, Manner.RIGHT);
            SERVICE.behave(service);
            mine.behave(direct);

            page.one("#address").sendKeys(mine.address() + "/cat.png");
            page.one("#try").click();
            page.await("document.querySelectorAll('#ownFacts > li').length === 2");

            assertThat(page.text("#ownTitle")).isEqualTo(verdict);
            assertThat(page.all("#ownFacts b")).isEmpty();
            assertThat(page.violations()).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoAddressAndSaysSo() {
        StatusPage page = open(Manner.RIGHT, Manner.RIGHT);

        page.one("#address").sendKeys("javascript:alert(1)");
        page.one("#try").click();

        assertThat(page.text("#wrong")).contains("no address of a picture");
        assertThat(page.one("#address").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.all("#own:not([hidden])")).isEmpty();
    }

    @Test
    void asksNobodyForTheSameTwice() {
        StatusPage page = open(Manner.RIGHT, Manner.RIGHT);
        String before = page.script(ASKED);
        page.one("#again").click();
        page.await("document.querySelector('#result[aria-busy=false]') !== null");

        assertThat(page.script(ASKED)).doesNotContain(before.split(" ", -1));
    }

    private static final String ASKED =
            "return performance.getEntriesByType('resource').map((one) => one.name)"
                    + ".filter((name) => name.includes('nonce=')).slice(-2).join(' ')";

    @Test
    void theCardIsTheOneThatTheMonitorUses() throws IOException {
        assertThat(SITE.resolve("card.json"))
                .hasSameBinaryContentAs(
                        SITE.resolveSibling(
                                "functions/probe/src/main/resources/weservstatus/image/card.json"));
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 320"})
    void isPhotographed(String scheme, int width) throws IOException {
        open(Manner.NOT_FOUND, Manner.RIGHT);
        browser.size(width, 900);
        browser.prefer(scheme, "reduce");
        StatusPage page = StatusPage.open(browser, site.at("is-it-me.html"));
        page.await("document.querySelector('#result[aria-busy=false]') !== null");

        assertThat(page.scrollsSideways()).isFalse();
        assertThat(page.all(".thumb")).hasSizeGreaterThan(0).allMatch(WebElement::isDisplayed);
        Path folder = SITE.resolveSibling("local/target/screenshots");
        Files.createDirectories(folder);
        Files.write(folder.resolve("is-it-me-" + scheme + "-" + width + ".png"), browser.picture());
    }
}
