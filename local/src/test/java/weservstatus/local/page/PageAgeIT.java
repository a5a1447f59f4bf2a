package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.local.page.ScriptedSite.Answer;

/** How old the data is, and what the page claims when it is too old. */
class PageAgeIT {
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400_000, 86_400_000})
    void doesNotBelieveTheVisitorsClock(long milliseconds) {
        stage.show(Scene::incident);
        String rule = stage.browser().beforeEachPage(clockOffBy(milliseconds));
        try {
            StatusPage page = stage.open("Some pictures fail");

            assertThat(page.truth("return Math.abs(Date.now() - performance.timeOrigin) > 8e7"))
                    .as("the clock is off")
                    .isTrue();
            assertThat(page.freshness()).matches("Checked 1[3-9] s ago from This machine");
            assertThat(page.troubles().getFirst().replace('\u00a0', ' ')).contains(" · 23 min");
        } finally {
            stage.browser().forget(rule);
        }
    }

    private static String clockOffBy(long milliseconds) {
        return """
        { const Real = Date; const off = %d;
          globalThis.Date = class extends Real {
            constructor(...given) { given.length ? super(...given) : super(Real.now() + off); }
            static now() { return Real.now() + off; }
          }; }
        """
                .formatted(milliseconds);
    }

    @Test
    void addsTheSecondsAnAnswerLayInCaches() {
        stage.site().answer(() -> Answer.ok(Scene.calm(stage.clock().instant())).agedBy(120));

        StatusPage page = stage.open("Everything works");

        assertThat(page.freshness()).startsWith("Checked 2 min ago");
    }

    @Test
    void isGreyWhenCachesMadeTheAnswerTooOld() {
        stage.site().answer(() -> Answer.ok(Scene.calm(stage.clock().instant())).agedBy(140));

        StatusPage page = stage.open("We cannot see");

        assertThat(page.states().values()).containsOnly("Unknown");
    }

    @Test
    void callsEverythingUnknownWhenTheDataIsTooOld() {
        stage.show(now -> Scene.incident(now).aged(Duration.ofSeconds(12 * 60 + 30)));

        StatusPage page = stage.open("We cannot see");

        assertThat(page.isGrey()).isTrue();
        assertThat(page.symbol()).isEqualTo("unknown");
        assertThat(page.states().values()).containsOnly("Unknown");
        assertThat(page.troubles()).isEmpty();
        assertThat(page.meaning())
                .isEqualTo(
                        "The newest data is 12 min old, so we do not know how the service is now."
                                + " It said: Some pictures fail.");
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void usesNoColourOfAStateWhenTheDataIsTooOld(String scheme) {
        stage.show(now -> Scene.incident(now).aged(Duration.ofMinutes(12)));
        stage.browser().prefer(scheme, "reduce");

        StatusPage page = stage.open("We cannot see");

        assertThat(page.script(MOST_COLOURFUL)).isEqualTo("0");
        stage.show(Scene::incident);
        assertThat(stage.open("Some pictures fail").script(MOST_COLOURFUL)).isEqualTo("1");
    }

    /** 1 when any column or symbol of the components is more than a tinted grey. */
    private static final String MOST_COLOURFUL =
            """
            const spread = colour => {
              const parts = colour.match(/\\d+/g)?.slice(0, 3).map(Number) ?? [0];
              return Math.max(...parts) - Math.min(...parts);
            };
            return [...document.querySelectorAll('.column, .row .shape, #symbol .shape')]
              .some(node => spread(getComputedStyle(node).fill) > 40) ? 1 : 0;
            """;

    @Test
    void turnsGreyByItselfWhenNoNewDataComes() {
        stage.freeze(Scene.calm(stage.clock().instant()).paced(60, 17));

        StatusPage page = stage.open("Everything works");
        page.awaitHeadline("We cannot see");

        assertThat(page.isGrey()).isTrue();
        assertThat(page.one("#spoken").getDomProperty("textContent")).isEqualTo("We cannot see");
    }

    @Test
    void turnsGreyWhenTheApiStaysAwayAndRecoversWithIt() {
        AtomicReference<Answer> answer =
                new AtomicReference<>(Answer.ok(Scene.calm(stage.clock().instant()).paced(5, 18)));
        stage.site().answer(answer::get);
        StatusPage page = stage.open("Everything works");

        answer.set(Answer.closed());
        page.awaitHeadline("We cannot see");
        answer.set(Answer.ok(Scene.calm(stage.clock().instant()).paced(5, 60)));
        page.awaitHeadline("Everything works");

        assertThat(page.isGrey()).isFalse();
        assertThat(page.states().values()).containsOnly("Operational");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2199-01-01T00:00:00Z"})
    void claimsNothingWithoutACredibleTimeOfTheData(String dataThrough) {
        stage.show(now -> Scene.calm(now).set("dataThrough", dataThrough));

        StatusPage page = stage.open("We cannot see");

        assertThat(page.states().values()).containsOnly("Unknown");
        assertThat(page.meaning()).contains("does not say when it was made");
    }

    @Test
    void takesDataThatEndsALittleAheadAsNew() {
        stage.show(now -> Scene.calm(now).aged(Duration.ofSeconds(-40)));

        assertThat(stage.open("Everything works").freshness()).startsWith("Checked 0 s ago");
    }
}
