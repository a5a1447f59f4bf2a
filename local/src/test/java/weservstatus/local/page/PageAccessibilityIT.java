package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The sentences of docs/accessibility-criteria.md that no other test holds. */
class PageAccessibilityIT {
    private static final String FOCUS_IS_SEEN =
            """
            const one = document.activeElement;
            const style = getComputedStyle(one.matches('input') ? one.nextElementSibling : one);
            const after = getComputedStyle(one, '::after');
            return style.outlineStyle !== 'none' || after.borderTopStyle === 'solid';
            """;
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
        stage.show(Told::incident);
    }

    static Stream<Function<Instant, Scene>> scenes() {
        return Stream.of(
                Told::calm,
                Told::incident,
                Scene::blind,
                now -> Told.calm(now).aged(java.time.Duration.ofMinutes(12)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void hasNoViolationDownToItsFootInBothThemes(Function<Instant, Scene> scene) {
        stage.show(scene);
        for (String theme : List.of("light", "dark")) {
            stage.browser().prefer(theme, "reduce");

            StatusPage page = StatusPage.open(stage.browser(), stage.site().address());
            page.await("document.querySelector('.row') !== null");
            page.readToTheEnd();

            assertThat(page.violations()).as(theme).isEmpty();
        }
    }

    @Test
    void fitsAtFourHundredPercent() {
        stage.browser().size(320, 256);

        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();

        assertThat(page.scrollsSideways()).isFalse();
        assertThat(page.script(CUT_OFF)).isEmpty();
    }

    /** Words that stand beyond the edge, or are hidden by what they stand in. */
    private static final String CUT_OFF =
            """
            return [...document.querySelectorAll('h1, h2, h3, h4, p, dt, dd, li, button, td, th')]
              .filter(node => node.offsetParent !== null && !node.closest('.unseen'))
              .filter(node => node.getBoundingClientRect().right > innerWidth + 1
                || (getComputedStyle(node).overflow === 'hidden' && node.scrollWidth > node.clientWidth + 1))
              .map(node => node.textContent.slice(0, 40)).join(' | ');
            """;

    @Test
    void tellsEachStateByWordAndShape() {
        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();

        List<String> shapes =
                page.all("#legend .shape").stream()
                        .map(shape -> String.valueOf(shape.getDomAttribute("d")))
                        .toList();
        assertThat(shapes).hasSize(6).doesNotHaveDuplicates();
        assertThat(page.all("#legend .badge"))
                .extracting(entry -> entry.getText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(page.all(".row .state")).allMatch(state -> !state.getText().isEmpty());
    }

    @Test
    void canBeWalkedByKeyboardAndShowsWhere() {
        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();
        page.script("scrollTo(0, 0); document.activeElement.blur()");
        int stops = 0;
        do {
            new Actions(stage.browser().driver()).sendKeys(Keys.TAB).perform();
            stops++;
            assertThat(page.truth(FOCUS_IS_SEEN))
                    .as(() -> page.script("return document.activeElement.outerHTML.slice(0, 120)"))
                    .isTrue();
        } while (!page.truth("return document.activeElement.name === 'theme'") && stops < 60);

        assertThat(stops).as("from the first link to the last switch").isBetween(15, 40);
    }

    @Test
    void stepsDownItsHeadingsOneByOne() {
        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();

        List<Integer> levels =
                page.all("h1, h2, h3, h4, h5, h6").stream()
                        .filter(heading -> heading.isDisplayed())
                        .map(heading -> heading.getTagName().charAt(1) - '0')
                        .toList();
        assertThat(levels.getFirst()).isEqualTo(1);
        assertThat(levels).filteredOn(level -> level == 1).hasSize(1);
        for (int index = 1; index < levels.size(); index++) {
            assertThat(levels.get(index)).isLessThanOrEqualTo(levels.get(index - 1) + 1);
        }
    }

    @Test
    void namesEachDayInFull() {
        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.all(".row:has([aria-label^='Formats']) .cell"))
                .extracting(cell -> String.valueOf(cell.getDomAttribute("aria-label")))
                .hasSize(90)
                .allMatch(name -> name.matches("(?s)\\w{3}, \\d+ \\w+ \\d{4}.*: .+observed.*"))
                .doesNotHaveDuplicates();
    }

    @Test
    void leadsToThePlainPageWithoutScript() {
        stage.browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            stage.browser().driver().get(stage.site().address().toString());

            assertThat(stage.browser().driver().findElements(By.cssSelector("main a")))
                    .extracting(link -> link.getDomAttribute("href"))
                    .contains("plain");
        } finally {
            stage.browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }
}
