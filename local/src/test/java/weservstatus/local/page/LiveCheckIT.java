package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import weservstatus.local.Fault;

/** The page of a check, of which pictures really came: right ones first, then wrong ones. */
class LiveCheckIT {
    private static final Path FOLDER =
            Path.of(System.getProperty("repository.root"), "local/target/screenshots");
    private static final String LOADED = "one.complete && one.naturalWidth > 0";
    private static final String BOTH_CAME =
            "[...document.querySelectorAll('.pair img')].filter(one => %s).length === 2"
                    .formatted(LOADED);
    private static final String DIFFERENCE_CAME =
            "[...document.querySelectorAll('.proof img.difference')].some(one => %s)"
                    .formatted(LOADED);
    private static Browser browser;
    @TempDir private Path data = Path.of("unset");

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        browser.speak("en");
        browser.prefer("light", "reduce");
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void showsWhatCameBesideWhatWasExpectedAndTheDifferenceWhereThereIsOne() throws IOException {
        try (LiveSite site = new LiveSite(data, "")) {
            StatusPage good = openUntil(site, "Passes", BOTH_CAME);

            assertThat(good.text("#content .under-title")).contains("Passes").contains("Formats");
            assertThat(good.all(".proof")).isEmpty();
            showsTheLastGoodPicture(good);
            tellsWhatIsAskedAndFound(good, "Passed");
            photograph("good");

            site.play(Fault.WEBP_BREAKS);
            StatusPage bad = openUntil(site, "Fails", DIFFERENCE_CAME);

            showsTheDifference(bad);
            showsTheLastGoodPicture(bad);
            tellsWhatIsAskedAndFound(bad, "Failed");
            assertThat(bad.text("#content table")).contains("webp").contains("the image service");
            photograph("failing");
            showsTheRealPicturesOnTheFirstPageToo(site);
        }
    }

    private static void showsTheRealPicturesOnTheFirstPageToo(LiveSite site) throws IOException {
        StatusPage page = StatusPage.openAt(browser, site.at(""), "Some pictures fail");
        page.readToTheEnd();
        page.await(
                "[...document.querySelectorAll('.strip img[src]')].filter(one => "
                        + LOADED
                        + ").length > 4");
        page.await("[...document.querySelectorAll('img.difference')].some(one => " + LOADED + ")");
        assertThat(page.text(".strip li")).doesNotContainPattern("\\b0 minutes");
        Files.write(FOLDER.resolve("live-light-1440.png"), page.picture());
    }

    private static StatusPage openUntil(LiveSite site, String state, String condition) {
        StatusPage page = StatusPage.open(browser, site.at("check.html?id=webp"));
        browser.await()
                .withMessage(() -> state + " and " + condition + " in " + page.text("#content"))
                .until(driver -> {
                    StatusPage.open(browser, site.at("check.html?id=webp"));
                    page.await("document.querySelector('#content:not([aria-busy]) > *') !== null");
                    page.await("[...document.images].every(one => one.complete)");
                    return page.text("#content").contains(state)
                            && page.truth("return " + condition);
                });
        return page;
    }

    private static void showsTheLastGoodPicture(StatusPage page) {
        assertThat(headings(page)).contains("Last good picture");
        assertThat(page.all(".pair img"))
                .extracting(image -> image.getDomAttribute("alt"))
                .containsExactly("expected", "received");
        assertThat(page.all(".pair figcaption"))
                .extracting(WebElement::getText)
                .containsExactly("expected", "received");
        assertThat(page.all(".pair img")).allMatch(WebElement::isDisplayed);
        assertThat(page.text(".pair > p")).contains("UTC").contains("This machine");
        assertThat(page.violations()).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    private static void showsTheDifference(StatusPage page) {
        assertThat(headings(page)).contains("The last picture that was not as expected");
        assertThat(page.one(".proof img").getDomAttribute("alt"))
                .isEqualTo("Expected beside received beside their difference");
        assertThat(page.all(".proof figcaption span"))
                .extracting(WebElement::getText)
                .containsExactly("expected", "received", "difference");
        assertThat(page.one(".proof img").isDisplayed()).isTrue();
    }

    private static void tellsWhatIsAskedAndFound(StatusPage page, String result) {
        assertThat(page.text(".ticks")).contains("The status is 200.").contains("picture");
        assertThat(page.text("dl.facts")).contains("every 3 s");
        assertThat(page.text("dl.facts")).contains("This machine");
        assertThat(page.text("code.line")).contains("output=webp");
        assertThat(page.text("#content table")).contains("This machine").contains(result);
        assertThat(page.all("#content table tbody tr")).isNotEmpty();
    }

    private static List<String> headings(StatusPage page) {
        return page.all("#content h2").stream().map(WebElement::getText).toList();
    }

    private static void photograph(String name) throws IOException {
        for (int width : List.of(1440, 320)) {
            browser.size(width, 900);
            Files.write(
                    FOLDER.resolve("check-" + name + "-light-" + width + ".png"),
                    browser.picture());
        }
        browser.size(1440, 900);
    }
}
