package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.support.ui.Select;

/** How each state of the whole reads, in both themes. */
class PageStatesIT {
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
    }

    /**
     * One state of the whole.
     *
     * @param formats the word at the component Formats
     */
    record Expected(
            Function<Instant, Scene> scene,
            String headline,
            String symbol,
            String meaning,
            String formats) {}

    static Stream<Expected> states() {
        return Stream.of(
                new Expected(
                        Scene::calm,
                        "Everything works",
                        "operational",
                        "24 checks from one place only, every minute.",
                        "Operational"),
                new Expected(
                        now -> troubled(now, "degraded_performance", "slow"),
                        "Slower than usual",
                        "degraded",
                        "Pictures arrive, but later than usual. Affected: Formats. Seen"
                                + " from one place only.",
                        "Degraded"),
                new Expected(
                        Scene::incident,
                        "Some pictures fail",
                        "partial",
                        "Trouble with Formats. Everything else works. Seen from one place only.",
                        "Partial outage"),
                new Expected(
                        now -> troubled(now, "major_outage", "cached_only"),
                        "Cached pictures only",
                        "partial",
                        "Pictures that were asked for before load as usual; new ones fail. Seen from"
                                + " one place only.",
                        "Down"),
                new Expected(
                        now -> troubled(now, "major_outage", "down"),
                        "Down",
                        "down",
                        "Pictures do not load at the moment. Seen from one place only.",
                        "Down"),
                new Expected(
                        now -> troubled(now, "partial_outage", "recovering"),
                        "Recovering",
                        "partial",
                        "All seems well again. We call it over after three good rounds. Seen from"
                                + " one place only.",
                        "Partial outage"),
                new Expected(
                        now -> troubled(now, "under_maintenance", "maintenance"),
                        "Planned work",
                        "maintenance",
                        "Announced work is going on; some pictures may fail or be slow meanwhile.",
                        "Maintenance"),
                new Expected(
                        Scene::blind,
                        "We cannot see",
                        "unknown",
                        "Our monitor is blind at the moment. That says nothing about the service"
                                + " itself.",
                        "Unknown"));
    }

    private static Scene troubled(Instant now, String status, String headline) {
        return Scene.calm(now).overall(status, headline).state("formats", status);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysHowItIsInWordsShapeAndTitle(Expected expected) {
        stage.show(expected.scene());

        StatusPage page = stage.open(expected.headline());

        assertThat(page.meaning()).isEqualTo(expected.meaning());
        assertThat(page.symbol()).isEqualTo(expected.symbol());
        assertThat(page.title()).isEqualTo(expected.headline() + " · wsrv.nl status");
        assertThat(page.states()).contains(entry("Formats", expected.formats()));
        assertThat(page.tabIcon()).startsWith("data:image/svg+xml");
        assertThat(page.isGrey()).isFalse();
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("states")
    void staysReadableInTheDarkAndOnAPhone(Expected expected) {
        stage.show(expected.scene());
        stage.browser().prefer("dark", "reduce");
        stage.browser().size(320, 700);

        StatusPage page = stage.open(expected.headline());

        assertThat(page.violations()).isEmpty();
        assertThat(page.scrollsSideways()).isFalse();
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void listsComponentsWithStateUptimeAndCoverage() {
        stage.show(now -> {
            Scene scene = Scene.calm(now);
            scene.component("effects").putNull("uptime").put("coverage", "42.0");
            return scene;
        });

        StatusPage page = stage.open("Everything works");

        assertThat(page.states().keySet())
                .containsExactly(
                        "Website",
                        "Cached pictures",
                        "Resize and crop",
                        "Formats",
                        "Effects and masks",
                        "Animation");
        assertThat(page.all("#groups h2"))
                .extracting(title -> title.getText())
                .containsExactly("Delivery", "Processing");
        assertThat(page.all(".figure"))
                .extracting(figure -> figure.getText().replaceAll("[\u00a0\u202f]", " "))
                .contains(
                        "99.957 % in 90 days · 99.9 % observed",
                        "Not enough data yet · 42.0 % observed");
        assertThat(page.freshness()).matches("Checked 1[3-9] s ago from This machine");
    }

    @Test
    void showsACardForWhatIsWrong() {
        stage.show(Scene::incident);

        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.troubles()).hasSize(1);
        assertThat(page.troubles().getFirst().replace('\u00a0', ' '))
                .contains("Partial outage", "since ", " · 23 min", "Convert to WebP fails")
                .contains("A picture came back, but not the expected one.")
                .contains("Whose side\nthe image service", "Affects\nFormats")
                .contains("format: expected webp, got png");
    }

    @Test
    void namesTheSideInWords() {
        Map<String, String> sides =
                Map.of(
                        "origin", "the place our test picture comes from, not the image service",
                        "edge", "the CDN or network in front of the service",
                        "blocked", "a limit or block against our own checks",
                        "monitor", "our own monitor, not the service",
                        "", "not known yet");
        sides.forEach((side, words) -> {
            stage.show(now -> withProblemOn(now, side));
            assertThat(stage.open("Some pictures fail").troubles().getFirst())
                    .contains("Whose side\n" + words);
        });
    }

    private static Scene withProblemOn(Instant now, String side) {
        return Scene.calm(now)
                .overall("partial_outage", "some_fail")
                .state("resize", "partial_outage")
                .problem("resize", Map.of("check", "Crop", "side", side, "reason", "STATUS"));
    }

    @Test
    void growsWithTheTextSizeOfTheVisitor() {
        stage.show(Scene::incident);

        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();
        page.script("document.documentElement.style.fontSize = '200%'");

        assertThat(page.scrollsSideways()).isFalse();
        assertThat(page.script("return getComputedStyle(document.querySelector('h1')).fontSize"))
                .isEqualTo("80px");
        page.await("document.querySelector('.chart').getScreenCTM().a === 2");
    }

    @Test
    void showsTheNoticeAboveEverything() {
        stage.show(now -> Scene.calm(now).notice("This is a demo: recorded answers"));

        StatusPage page = stage.open("Everything works");

        assertThat(page.one("#notice").getText()).isEqualTo("This is a demo: recorded answers");
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void drawsTheSpeedOfTheLastDayWithItsFourNumbers() {
        stage.show(Scene::calm);

        StatusPage page = stage.open("Everything works");

        page.readToTheEnd();
        assertThat(page.one("#speed .numbers").getText().replace('\u00a0', ' '))
                .contains("86 ms", "half are faster (p50)", "152 ms", "258 ms", "8,640");
        assertThat(page.all(".chart .line-name"))
                .extracting(label -> label.getText())
                .containsExactly("p50", "p95", "p99");
        assertThat(page.truth(EACH_AXIS_TEXT_IS_READABLE)).isTrue();
        page.one("#speed summary").click();
        assertThat(page.all("#speed tbody tr")).hasSize(24);
    }

    private static final String EACH_AXIS_TEXT_IS_READABLE =
            """
            const scale = document.querySelector('.chart').getScreenCTM().a;
            return [...document.querySelectorAll('.chart text')]
              .every(text => parseFloat(getComputedStyle(text).fontSize) * scale >= 11);
            """;

    @Test
    void drawsTheSpeedOfOneComponentOneTapFurther() {
        stage.show(Scene::calm);
        stage.site().latency(Scene.calm(stage.clock().instant()).hours());
        StatusPage page = stage.open("Everything works");
        page.readToTheEnd();

        new Select(page.one("#speed-whose")).selectByVisibleText("Formats, last 24 hours");

        page.await("document.querySelector('#speed .numbers').textContent.includes('answers')");
        assertThat(page.one("#speed .numbers").getText()).isEqualTo("answers measured\n8,640");
        assertThat(page.all(".chart .line-name")).hasSize(3);
        assertThat(stage.site().weights()).containsKey("/api/v1/components/formats/latency");
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void tellsWhereTheTimeGoesByCheckAndLocation() {
        stage.show(Scene::calm);
        stage.site()
                .newest(
                        """
                        {"checks": [
                          {"name": "Cached picture", "path": "hit", "newest": [
                            {"place": "Tokyo", "phasesMicros": {"dns": 0, "connect": 0, "tls": 0,
                             "firstByte": 12000, "transfer": 3000, "total": 15000}}]},
                          {"name": "Convert to AVIF", "path": "miss", "newest": [
                            {"place": "Frankfurt", "phasesMicros": {"dns": 2000, "connect": 9000,
                             "tls": 20000, "firstByte": 90000, "transfer": 21000, "total": 142000}}]}]}
                        """);
        StatusPage page = stage.open("Everything works");
        page.readToTheEnd();

        page.all("#speed summary").getLast().click();

        page.await("document.querySelectorAll('.newest tbody tr').length === 2");
        assertThat(page.one(".newest tbody tr").getText().replace('\u00a0', ' '))
                .isEqualTo("Convert to AVIF Frankfurt\n2.0 + 9.0 + 20 + 90 + 21 142 ms");
        assertThat(page.one(".newest thead").getText())
                .contains("Name lookup + Connection + Encryption + Waiting + Transfer");
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        stage.show(now ->
                Scene.calm(now)
                        .with(root -> root.withObject("speed").putArray("hours"))
                        .with(root -> root.withObject("speed").withObject("day").removeAll())
                        .with(root -> root.withObject("speed").withObject("day").put("n", 0)));

        StatusPage page = stage.open("Everything works");

        page.readToTheEnd();
        assertThat(page.one("#speed .picture").getText())
                .isEqualTo("No speed was measured in the last 24 hours.");
        assertThat(page.violations()).isEmpty();
    }
}
