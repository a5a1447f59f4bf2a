package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import weservstatus.incident.Incident;
import weservstatus.status.SampleSnapshots;

/** History, incidents, reports and checks, on the server that ships. */
class PastPagesIT {
    private static final Path FOLDER =
            Path.of(System.getProperty("repository.root"), "local/target/screenshots");
    private static final Incident LEARNED = Happened.learnedFrom();
    private static final Incident HOSTILE = Happened.hostile();
    private static Browser browser;
    private static ArchivedSite site;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        site = new ArchivedSite(SampleSnapshots.incident(), List.of(LEARNED, HOSTILE));
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    static void stop() {
        browser.close();
        site.close();
        assertThat(site.troubles()).isEmpty();
    }

    private static StatusPage open(String path) {
        return open(path, 1280);
    }

    private static StatusPage open(String path, int width) {
        browser.size(width, 900);
        browser.prefer("light", "reduce");
        return ready(StatusPage.open(browser, site.at(path)));
    }

    private static StatusPage ready(StatusPage page) {
        page.await(
                "document.querySelector('#content:not([aria-busy]) > :not(.with-script)') !== null");
        return page;
    }

    private static String incident(Incident incident) {
        return "incident.html?id=" + incident.id();
    }

    @Test
    void historyShowsEachDayOfTheMonthAndWhatHappened() {
        StatusPage page = open("history.html?month=2026-11");

        assertThat(page.text("#title")).isEqualTo("November 2026");
        assertThat(page.all(".calendar td.day")).hasSize(23);
        assertThat(page.all(".calendar td:not(.no-day)")).hasSize(30);
        assertThat(page.text(".calendar td.tone-partial")).contains("47 min").contains("observed");
        assertThat(page.all(".happened h3")).hasSize(2);
        assertThat(page.text(".happened li:last-child"))
                .contains("WebP pictures fail")
                .contains("lasted 47 min")
                .contains("Formats");
        assertThat(page.all(".month-ways a"))
                .extracting(WebElement::getText)
                .containsExactly("← October 2026");
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void aDayLeadsToWhatWasToldOfItByKeyboard() {
        StatusPage page = open("history.html?month=2026-11");

        WebElement link = page.one(".calendar td.tone-partial a");
        browser.driver().executeScript("arguments[0].focus()", link);
        link.sendKeys(org.openqa.selenium.Keys.ENTER);

        assertThat(page.text(".happened li:target")).contains("WebP pictures fail");
    }

    @Test
    void oneComponentCanBeLookedAtByItself() {
        StatusPage page = open("history.html?month=2026-11");

        new Select(page.one("#part")).selectByVisibleText("Sizes");

        assertThat(page.all(".calendar td.tone-operational")).hasSize(23);
        assertThat(page.all(".calendar td.tone-partial")).isEmpty();
    }

    @Test
    void anIncidentTellsNewestFirstWhatWasLearnedAndWhatWasSeen() {
        StatusPage page = open(incident(LEARNED));
        page.await("document.querySelector('.proof img')?.naturalWidth > 0");

        assertThat(page.text("#title")).isEqualTo("WebP pictures fail");
        assertThat(page.all(".updates li")).hasSize(3);
        assertThat(page.text(".updates li:first-child")).contains("All pictures come again.");
        assertThat(page.text("#content")).contains("Now it goes to one first.");
        assertThat(page.all(".said em")).extracting(WebElement::getText).containsExactly("one");
        assertThat(page.text(".proof-card .line")).startsWith("curl -sS");
        assertThat(page.text(".findings")).isEqualTo("expected format webp, got <b>png</b>");
        assertThat(page.text(".facts")).contains("47 min").contains("Formats");
        assertThat(page.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void hostileTextIsTextAndBreaksNothing(int width) {
        StatusPage page = open(incident(HOSTILE), width);
        page.await("document.querySelector('.proofs')?.textContent.includes('14 days') === true");

        assertThat(page.title()).startsWith("<img src=x");
        assertThat(page.text("#title")).contains("<script>");
        assertThat(page.all("#content img, #content script, a[href^=javascript]")).isEmpty();
        assertThat(page.scrollsSideways()).isFalse();
        open("history.html?month=2026-11", width);
        assertThat(page.scrollsSideways()).isFalse();
        open("report.html?month=2026-11", width);
        assertThat(page.scrollsSideways()).isFalse();
    }

    @Test
    void aFrozenMonthIsReportedWithItsDigestAndItsFiles() {
        StatusPage page = open("report.html?month=2026-10");

        assertThat(page.text("#title")).isEqualTo("Report for October 2026");
        assertThat(page.text("#content")).contains("This month is final");
        assertThat(page.text("code.line")).matches("[0-9a-f]{64}");
        assertThat(page.text("#content")).contains("Formats").contains("99.86").contains("99.5");
        assertThat(page.all(".tools a"))
                .extracting(link -> link.getDomAttribute("href"))
                .containsExactly(
                        "api/v1/report/2026-10.csv",
                        "api/v1/report/2026-10.json",
                        "history.html?month=2026-10");
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void aReportSaysWhichObjectivesWereKeptAndWhatWasWorst() {
        assertThat(rows(open("report.html?month=2026-10"), "What was promised"))
                .containsExactly(
                        "Cached pictures 99.5 % 99.930 % Kept",
                        "Formats 99.5 % 99.305 % Missed", "Sizes 99.5 % – Not enough data");

        assertThat(rows(open("report.html?month=2026-11"), "Worst outages"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("WebP pictures fail major impact 12 Nov, 14:19 UTC")
                .endsWith("47 min");
    }

    private static List<String> rows(StatusPage page, String table) {
        return page.all("[aria-label='" + table + "'] tbody tr").stream()
                .map(row -> row.getText().replaceAll("[\\s\u00a0\u202f]+", " "))
                .toList();
    }

    @Test
    void onPaperThereIsNoButtonAndTheTablesAreWhole() {
        open("report.html?month=2026-11");
        browser.command("Emulation.setEmulatedMedia", Map.of("media", "print"));
        StatusPage page = open("report.html?month=2026-11", 700);
        browser.command("Emulation.setEmulatedMedia", Map.of("media", "print"));

        assertThat(page.one(".tools").isDisplayed()).isFalse();
        assertThat(page.one(".ways").isDisplayed()).isFalse();
        assertThat(
                        page.truth(
                                "return [...document.querySelectorAll('.scrolls')].every((one) =>"
                                        + " getComputedStyle(one).overflowX === 'visible')"))
                .isTrue();
        browser.command("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void theChecksAreListedByComponentAndEachHasAPage() {
        StatusPage page = open("checks.html");

        assertThat(page.all("#content h2"))
                .extracting(WebElement::getText)
                .containsExactly("Formats", "Cached pictures");
        assertThat(page.text(".check-list li")).contains("Convert to WebP").contains("every 1 min");
        assertThat(page.violations()).isEmpty();

        page.one(".check-list a").click();
        ready(page);
        assertThat(page.text("#title")).isEqualTo("Convert to WebP");
        assertThat(page.text(".ticks")).contains("The status is 200.");
        assertThat(page.text("#content table")).contains("Failed, asked again").contains("Passed");
        assertThat(page.text("#content")).contains("Most sites ask for it.");
        assertThat(page.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident.html?id=000000000000",
                "incident.html?id=../../../etc/passwd",
                "check.html",
                "history.html?month=1999-01",
                "report.html?month=9999-12"
            })
    void whatIsNotThereIsSaidInWords(String path) {
        StatusPage page = open(path);

        assertThat(page.text("#content")).contains("There is nothing at this address");
        assertThat(page.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history.html",
                "report.html",
                "incident.html",
                "checks.html",
                "is-it-me.html"
            })
    void withoutScriptThereAreWordsAndWays(String path) {
        browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.driver().get(site.at(path).toString());
            List<WebElement> ways =
                    browser.driver()
                            .findElements(
                                    org.openqa.selenium.By.cssSelector(
                                            ".ways a, noscript a, noscript p"));
            assertThat(ways).hasSizeGreaterThan(4).allMatch(WebElement::isDisplayed);
        } finally {
            browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "de", "es", "fr", "ja", "pt"})
    void everyPageSpeaksEveryLanguageAndShowsNoKey(String language) {
        String words =
                browser.beforeEachPage("localStorage.setItem('language', '" + language + "')");
        try {
            for (String path :
                    List.of(
                            "history.html?month=2026-11",
                            "report.html?month=2026-11",
                            incident(LEARNED),
                            "checks.html",
                            "check.html?id=webp")) {
                StatusPage page = open(path, 320);
                assertThat(page.script("return document.documentElement.lang")).isEqualTo(language);
                assertThat(page.text("#content"))
                        .doesNotContainPattern(
                                "\\b(report|check|checks|history|incident|month|pages)\\.[a-z]+[A-Za-z.]*\\b");
                assertThat(page.scrollsSideways()).as(path).isFalse();
            }
        } finally {
            browser.forget(words);
            browser.beforeEachPage("localStorage.removeItem('language')");
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 768", "light, 320"})
    void isPhotographed(String scheme, int width) throws IOException {
        for (String path :
                List.of(
                        "history.html?month=2026-11",
                        "report.html?month=2026-10",
                        incident(LEARNED),
                        "checks.html",
                        "check.html?id=webp")) {
            browser.size(width, 900);
            browser.prefer(scheme, "reduce");
            StatusPage page = ready(StatusPage.open(browser, site.at(path)));
            assertThat(page.scrollsSideways()).as(path).isFalse();
            assertThat(page.violations()).as(path).isEmpty();
            assertThat(browser.console())
                    .as(path)
                    .allMatch(line -> line.contains("/api/v1/evidence/") && line.contains("404"));
            String name = path.substring(0, path.indexOf('.'));
            Files.write(
                    FOLDER.resolve("page-" + name + "-" + scheme + "-" + width + ".png"),
                    browser.picture());
        }
    }
}
