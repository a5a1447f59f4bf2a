package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import weservstatus.local.page.ScriptedSite.Answer;

/** Walking the page by keyboard, pointer and finger while new data comes in. */
class PageWalkIT {
    private static final String FORMATS = ".row:has([aria-label^='Formats'])";
    private static final String FOCUSED =
            "return document.activeElement.getAttribute('aria-label') ?? ''";
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
        stage.show(Scene::incident);
    }

    @Test
    void hasOneTabStopPerComponent() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.all(".cell[tabindex='0']")).hasSize(6);
        assertThat(page.all(".cell")).hasSize(6 * 90);
        assertThat(page.all("[role=grid] > [role=row] > [role=gridcell]")).hasSize(6 * 90);
    }

    @Test
    void walksTheDaysWithArrowKeys() {
        StatusPage page = stage.open("Some pictures fail");

        toTheFirstDays(page);
        assertThat(page.script(FOCUSED)).contains("(today): Operational");
        press(Keys.TAB, Keys.TAB, Keys.TAB);
        page.awaitDetails(FORMATS);
        assertThat(page.script(FOCUSED)).matches("(?s).*\\(today\\): Partial outage 23\u00a0min.*");
        press(Keys.HOME);
        assertThat(page.truth("return document.activeElement.previousSibling === null")).isTrue();
        press(Keys.ARROW_LEFT);
        assertThat(page.truth("return document.activeElement.previousSibling === null")).isTrue();
        press(Keys.PAGE_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(page.truth(placeIs(10))).isTrue();
        press(Keys.END, Keys.ARROW_LEFT);
        assertThat(page.truth(placeIs(88))).isTrue();
        press(Keys.TAB);
        new Actions(stage.browser().driver())
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
        assertThat(page.truth(placeIs(88))).as("the place is kept").isTrue();
    }

    /** Past the links of the head, the incidents and the planned work. */
    private static void toTheFirstDays(StatusPage page) {
        for (int stops = 0; stops < 40 && !isOnADay(page); stops++) {
            press(Keys.TAB);
        }
    }

    private static boolean isOnADay(StatusPage page) {
        return page.truth("return document.activeElement.matches('.cell')");
    }

    private static String placeIs(int index) {
        return "const cell = document.activeElement;"
                + " return [...cell.parentNode.children].indexOf(cell) === "
                + index;
    }

    private static void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(stage.browser().driver()).sendKeys(key).perform();
        }
    }

    @Test
    void tellsADayOnFocusAndHidesItOnEscape() {
        StatusPage page = stage.open("Some pictures fail");
        WebElement tip = page.one(FORMATS + " .tip");

        toTheFirstDays(page);
        press(Keys.TAB, Keys.TAB, Keys.TAB);
        page.awaitDetails(FORMATS);
        assertThat(tip.getText().replace('\u00a0', ' '))
                .contains("(today)", "Partial outage 23 min", "observed");
        press(Keys.ESCAPE);

        assertThat(tip.isDisplayed()).isFalse();
    }

    @Test
    void tellsADayOnHoverAndKeepsItUnderThePointer() {
        StatusPage page = stage.open("Some pictures fail");
        WebElement tip = page.one(FORMATS + " .tip");
        WebElement cell = page.all(FORMATS + " .cell").get(41);

        new Actions(stage.browser().driver()).moveToElement(cell).perform();
        page.awaitDetails(FORMATS);
        assertThat(tip.getText().replace('\u00a0', ' ')).contains("Down 12 min");
        new Actions(stage.browser().driver()).moveToElement(tip).perform();
        assertThat(tip.isDisplayed()).isTrue();
        new Actions(stage.browser().driver()).moveToElement(page.one("h1")).perform();

        assertThat(tip.isDisplayed()).isFalse();
    }

    @Test
    void tellsADayOnTapAndShowsHalfTheDaysOnAPhone() {
        stage.browser().size(375, 700);
        StatusPage page = stage.open("Some pictures fail");
        WebElement cell = page.all(FORMATS + " .cell").getLast();

        cell.click();

        page.awaitDetails(FORMATS);
        assertThat(page.all(FORMATS + " .cell")).hasSize(45);
        assertThat(page.text(FORMATS + " .axis")).contains("45 days ago", "in 90 days");
        assertThat(page.one(FORMATS + " .tip").getText()).contains("(today)");
        assertThat(page.scrollsSideways()).isFalse();
    }

    @Test
    void hidesOneDayWhenAnotherComponentIsTapped() {
        StatusPage page = stage.open("Some pictures fail");

        page.all(".row .cell").getFirst().click();
        page.awaitDetails(".row");
        page.all(FORMATS + " .cell").getFirst().click();
        page.awaitDetails(FORMATS);

        assertThat(page.all(".tip:not([hidden])")).hasSize(1);
    }

    @Test
    void tellsADayAtTheNextTouchWhenTheNetworkFailedAtTheFirst() {
        StatusPage page = stage.open("Some pictures fail");
        List<WebElement> cells = page.all(FORMATS + " .cell");

        offline(true);
        new Actions(stage.browser().driver()).moveToElement(cells.get(41)).perform();
        page.await(
                "performance.getEntriesByType('resource')"
                        + ".some(one => one.name.includes('daydetails'))");
        assertThat(page.all(".tip:not([hidden])")).isEmpty();
        offline(false);
        new Actions(stage.browser().driver()).moveToElement(cells.get(60)).perform();

        page.awaitDetails(FORMATS);
    }

    private static void offline(boolean cut) {
        stage.browser().command("Network.enable", Map.of());
        stage.browser()
                .command(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline",
                                cut,
                                "latency",
                                0,
                                "downloadThroughput",
                                -1,
                                "uploadThroughput",
                                -1));
    }

    @Test
    void keepsFocusScrollAndDetailsWhenNewDataComes() {
        AtomicReference<Answer> answer = new AtomicReference<>(quick(Scene.calm(now())));
        stage.site().answer(answer::get);
        stage.browser().size(1280, 500);
        StatusPage page = stage.open("Everything works");
        page.all(FORMATS + " .cell").get(30).click();
        page.awaitDetails(FORMATS);
        page.script("document.querySelector(arguments[0]).scrollIntoView()", FORMATS);
        String focused = page.script(FOCUSED);
        String before = page.script(TOP_OF, FORMATS);

        answer.set(quick(Scene.incident(now())));
        page.awaitHeadline("Some pictures fail");

        assertThat(page.script(TOP_OF, FORMATS)).isEqualTo(before);
        assertThat(page.script(FOCUSED)).isEqualTo(focused);
        assertThat(page.one(FORMATS + " .tip").isDisplayed()).isTrue();
    }

    private static final String TOP_OF =
            "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top)";

    private static Instant now() {
        return stage.clock().instant();
    }

    private static Answer quick(Scene scene) {
        return Answer.ok(scene.paced(5, 600));
    }

    @Test
    void speaksOnlyWhenTheWholeChanges() {
        AtomicReference<Answer> answer = new AtomicReference<>(quick(Scene.calm(now())));
        stage.site().answer(answer::get);
        StatusPage page = stage.open("Everything works");
        int asked = stage.site().asked();
        stage.browser().await().until(driver -> stage.site().asked() >= asked + 1);
        assertThat(page.text("#spoken")).isEmpty();

        answer.set(quick(Scene.incident(now())));
        page.awaitHeadline("Some pictures fail");

        assertThat(page.text("#spoken")).isEqualTo("Some pictures fail");
    }

    @Test
    void breathesOnceUnlessTheVisitorWantsNoMotion() {
        String animation = "return getComputedStyle(document.querySelector('#dot')).animationName";
        String times =
                "return getComputedStyle(document.querySelector('#dot')).animationIterationCount";

        StatusPage page = stage.open("Some pictures fail");
        assertThat(page.script(animation)).isEqualTo("breath");
        assertThat(page.script(times)).isEqualTo("1");
        stage.browser().prefer("light", "reduce");

        assertThat(page.script(animation)).isEqualTo("none");
    }

    @Test
    void remembersTheThemeInThisBrowser() {
        String ground = "return getComputedStyle(document.documentElement).backgroundColor";
        StatusPage page = stage.open("Some pictures fail");
        String light = page.script(ground);
        page.readToTheEnd();

        page.one("#themes input[value=dark]").sendKeys(Keys.SPACE);
        String dark = page.script(ground);
        StatusPage again = stage.open("Some pictures fail");
        again.readToTheEnd();

        assertThat(dark).isNotEqualTo(light);
        assertThat(again.script(ground)).isEqualTo(dark);
        assertThat(again.one("#themes input[value=dark]").isSelected()).isTrue();
        again.one("#themes input[value=system]").sendKeys(Keys.SPACE);
        assertThat(again.script(ground)).isEqualTo(light);
        stage.browser().prefer("dark", "reduce");
        again.await("document.documentElement.dataset.theme === 'dark'");
        assertThat(again.script(ground)).as("follows the system").isEqualTo(dark);
    }
}
