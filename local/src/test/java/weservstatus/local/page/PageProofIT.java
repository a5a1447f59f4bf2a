package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.interactions.Actions;

/** The strip of pictures that really came, each with its expected twin. */
class PageProofIT {
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
        stage.show(Told::calm);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static StatusPage open(int pictures) {
        stage.site().proofs(list(pictures));
        return stage.open("Everything works");
    }

    private static String list(int pictures) {
        String at = stage.clock().instant().minusSeconds(750).toString();
        return IntStream.range(0, pictures)
                .mapToObj(i ->
                        String.format(
                                Locale.ROOT,
                                """
                                {"id": "here.check-%d", "checkId": "check-%d", "check": "Operation <b>%d",
                                 "place": "Here", "at": "%s", "width": 320, "height": 240}\
                                """,
                                i,
                                i,
                                i,
                                at))
                .collect(Collectors.joining(",", "{\"proofs\": [", "]}"));
    }

    @Test
    void nothingOfItIsLoadedBeforeItComesNear() {
        stage.site().weights().clear();

        StatusPage page = open(20);

        page.await("document.querySelector('.row') !== null");
        assertThat(stage.site().weights().keySet()).noneMatch(path -> path.contains("proof"));
    }

    @Test
    void eachOperationShowsItsPictureItsAgeAndTheWayToItsCheck() {
        StatusPage page = open(20);

        page.readToTheEnd();
        page.await("document.querySelectorAll('.strip li').length === 20");

        assertThat(page.all(".strip a").getFirst().getText())
                .contains("Operation <b>0", "12 minutes ago");
        assertThat(page.all(".strip a").getFirst().getDomAttribute("href"))
                .isEqualTo("check.html?id=check-0");
    }

    @Test
    void hoverAndFocusShowTheExpectedTwin() {
        StatusPage page = open(3);
        page.readToTheEnd();
        page.await("document.querySelectorAll('.strip li').length === 3");
        String shown = "getComputedStyle(document.querySelectorAll('.strip .twin')[%d]).visibility";
        assertThat(page.script("return " + shown.formatted(0))).isEqualTo("hidden");

        new Actions(stage.browser().driver()).moveToElement(page.all(".strip a").get(0)).perform();
        page.await(shown.formatted(0) + " === 'visible'");

        page.script("document.querySelectorAll('.strip a')[1].focus({focusVisible: true})");
        page.await(shown.formatted(1) + " === 'visible'");
        assertThat(page.script("return document.querySelectorAll('.strip .twin')[1].src"))
                .contains("/api/v1/proofs/here.check-1/expected.png");
    }

    @Test
    void withoutAPictureThereIsNoStrip() {
        StatusPage page = open(0);

        page.readToTheEnd();

        assertThat(page.truth("return document.querySelector('#proof').hidden")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 320"})
    void manyPicturesScrollWithinTheStripAlone(String scheme, int width) {
        stage.browser().prefer(scheme, "reduce");
        stage.browser().size(width, 900);
        StatusPage page = open(63);
        page.readToTheEnd();
        page.await("document.querySelectorAll('.strip li').length === 63");

        assertThat(page.scrollsSideways()).isFalse();
        assertThat(page.violations()).isEmpty();
        stage.asVisitorsComeMostly();
    }
}
