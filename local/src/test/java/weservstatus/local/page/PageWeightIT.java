package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;
import weservstatus.api.Routes;
import weservstatus.cost.Usage;

/** What the first view costs and where it may load from. */
class PageWeightIT {
    private static final int HEADERS_OF_ONE_ANSWER = 300;
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
        stage.show(Told::incident);
        stage.browser().speak("en");
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    static Stream<Function<Instant, Scene>> scenes() {
        return Stream.of(Told::calm, Told::incident);
    }

    /** Pictures of what went wrong come on top: there are none on a good day, and never many. */
    @ParameterizedTest
    @MethodSource("scenes")
    void weighsAtMostFortyFiveKilobytesInOneDataRequest(Function<Instant, Scene> scene) {
        for (String language : List.of("en", "ja")) {
            stage.browser().speak(language);
            stage.show(scene);
            stage.site().weights().clear();
            int before = stage.site().asked();

            StatusPage page = StatusPage.open(stage.browser(), stage.site().address());
            page.await("document.querySelector('.row') !== null");

            Map<String, Integer> weights = new TreeMap<>(stage.site().weights());
            weights.keySet().removeIf(path -> path.startsWith("/api/v1/evidence/"));
            int bodies = weights.values().stream().mapToInt(Integer::intValue).sum();
            int all = bodies + weights.size() * HEADERS_OF_ONE_ANSWER;
            System.out.printf(
                    "first view in %s: %d answers, %d bytes with headers, status %d%n",
                    language, weights.size(), all, weights.get("/api/v1/status"));
            assertThat(all).isLessThanOrEqualTo(45_000);
            assertThat(weights).hasSizeLessThanOrEqualTo(Usage.REQUESTS_PER_VIEW);
            assertThat(stage.site().asked() - before).isOne();
            assertThat(weights.keySet()).contains("/", "/css/page.css", "/js/main.mjs");
        }
        stage.browser().speak("en");
    }

    @Test
    void loadsEveryModuleWithTheDocument() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(
                        page.script(
                                """
                                const named = [...document.querySelectorAll('script, link')]
                                  .map(node => node.src || node.href);
                                return performance.getEntriesByType('resource')
                                  .map(entry => entry.name)
                                  .filter(name => /\\.m?js$/.test(name) && !named.includes(name))
                                  .join(' ');
                                """))
                .isEmpty();
    }

    @Test
    void bringsTheDetailsOfDaysWithTheFirstMove() {
        stage.site().weights().clear();
        StatusPage page = stage.open("Some pictures fail");
        page.await("document.querySelector('.row') !== null");
        assertThat(stage.site().weights()).doesNotContainKey("/js/daydetails.mjs");

        new Actions(stage.browser().driver()).moveToElement(page.one(".row .grid")).perform();

        page.awaitDetails(".row");
        assertThat(stage.site().weights()).containsKey("/js/daydetails.mjs");
    }

    @Test
    void linksOnlyWhereSomethingIs() {
        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();

        assertThat(page.all("a[href]"))
                .extracting(link -> String.valueOf(link.getDomAttribute("href")))
                .contains(
                        "incident.html?id=k3v9x1q0z7ab",
                        "maintenance/m1n2b3v4c5x6.ics",
                        "api/v1/status",
                        "api/v2/summary.json",
                        "history.atom",
                        "maintenance.ics",
                        "metrics")
                .allMatch(PageWeightIT::isServed);
    }

    @Test
    void offersFeedsCalendarAndPreviewToProgramsThatLookForThem() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.all("link[rel=alternate]"))
                .extracting(link -> String.valueOf(link.getDomAttribute("href")))
                .containsExactly("history.atom", "history.rss", "feed.json", "maintenance.ics")
                .allMatch(PageWeightIT::isServed);
        assertThat(page.one("meta[property='og:image']").getDomAttribute("content"))
                .isEqualTo("api/v1/preview.png")
                .matches(PageWeightIT::isServed);
    }

    private static boolean isServed(String link) {
        String path = link.replaceFirst("\\?.*", "");
        Path site = Path.of(System.getProperty("repository.root"), "site");
        return Routes.serve("/" + path) || Files.isRegularFile(site.resolve(path));
    }

    @Test
    void saysWhereTheDataIsWithoutScript() {
        stage.browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", true));

        stage.browser().driver().get(stage.site().address().toString());

        assertThat(stage.browser().driver().findElement(By.tagName("body")).getText())
                .contains("JavaScript, which is off", "api/v1/status")
                .doesNotContain("One moment");
        stage.browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
}
