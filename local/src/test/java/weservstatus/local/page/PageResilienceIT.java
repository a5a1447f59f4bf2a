package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.local.page.ScriptedSite.Answer;

/** Answers that are missing, broken, odd, hostile or huge. */
class PageResilienceIT {
    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
                    + "</h3>&lt;b&gt;'\";--\u202e\u0000";
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

    @Test
    void saysThatTheFirstResultsAreOnTheirWayAndShowsThem() {
        AtomicReference<Answer> answer = new AtomicReference<>(Answer.beforeFirstRound());
        stage.site().answer(answer::get);

        StatusPage page = stage.open("We cannot see");
        assertThat(page.meaning())
                .isEqualTo("The monitor has just started. Its first results come in a moment.");
        assertThat(page.violations()).isEmpty();
        answer.set(Answer.ok(Scene.calm(stage.clock().instant())));
        page.awaitHeadline("Everything works");

        assertThat(page.states()).hasSize(6);
    }

    static Stream<Answer> uselessAnswers() {
        String whole = Scene.calm(Instant.parse("2026-11-23T21:30:00Z")).json();
        return Stream.of(
                Answer.closed(),
                Answer.of(500, "<h1>Internal Server Error</h1>"),
                Answer.of(404, ""),
                Answer.of(200, ""),
                Answer.of(200, whole.substring(0, whole.length() / 2)),
                Answer.of(200, "<!doctype html><title>Sign in to the hotel network</title>"),
                Answer.of(200, "null"),
                Answer.of(200, "[]"),
                Answer.of(200, "{\"groups\": 7}"));
    }

    @ParameterizedTest
    @MethodSource("uselessAnswers")
    void saysThatItCannotSeeWhenTheAnswerIsOfNoUse(Answer answer) {
        stage.site().answer(() -> answer);

        StatusPage page = stage.open("We cannot see");

        assertThat(page.meaning()).contains("cannot be reached or read from here");
        assertThat(page.states()).isEmpty();
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console())
                .as("nothing but the browser's own note of the failed request")
                .allMatch(line -> line.contains("/api/v1/status - Failed to load resource"));
    }

    @Test
    void keepsWhatItKnowsThroughOneBrokenAnswer() {
        AtomicReference<Answer> answer =
                new AtomicReference<>(Answer.ok(Scene.calm(stage.clock().instant()).paced(5, 600)));
        stage.site().answer(answer::get);
        StatusPage page = stage.open("Everything works");

        answer.set(Answer.of(200, "{\"groups\": [{"));
        int asked = stage.site().asked();
        stage.browser().await().until(driver -> stage.site().asked() >= asked + 2);
        page.await("document.querySelector('#fresh').textContent.includes('refresh failed')");

        assertThat(page.headline()).isEqualTo("Everything works");
        assertThat(page.states().values()).containsOnly("Operational");
    }

    @Test
    void passesOverFieldsOfANewerServer() {
        stage.show(now ->
                Scene.calm(now)
                        .with(root -> root.putObject("weather").put("sun", true))
                        .with(root -> root.withObject("page").put("logo", "x.png")));

        StatusPage page = stage.open("Everything works");

        assertThat(page.states().values()).containsOnly("Operational");
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void claimsNothingFromWordsItDoesNotKnow() {
        stage.show(now -> {
            Scene scene = Scene.calm(now).overall("splendid", "sunny");
            scene.component("formats").put("status", "splendid");
            scene.component("website").put("status", "constructor");
            scene.component("resize").put("status", 7);
            return scene;
        });

        StatusPage page = stage.open("We cannot see");

        assertThat(page.states())
                .containsEntry("Formats", "Unknown")
                .containsEntry("Website", "Unknown")
                .containsEntry("Resize and crop", "Unknown")
                .containsEntry("Animation", "Operational");
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void survivesWrongTypesEverywhere() {
        stage.show(now -> {
            Scene scene = Scene.calm(now);
            scene.component("formats").put("days", "none").put("uptime", 99.9);
            scene.component("website").put("name", 12).putObject("problems");
            scene.component("resize").putArray("days").addObject().put("date", "2026-99-99");
            scene.component("effects").put("since", "soon").put("coverage", "lots");
            return scene.with(root -> root.put("speed", true).put("places", "all"))
                    .with(root -> root.put("incidents", 3).putObject("maintenance").put("id", 7));
        });

        StatusPage page = stage.open("Everything works");

        assertThat(page.states()).hasSize(6);
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void showsAPageWithoutComponents() {
        stage.show(Scene::empty);

        StatusPage page = stage.open("Everything works");

        assertThat(page.states()).isEmpty();
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void showsAHundredComponentsOfWhichManyFail() {
        stage.show(PageResilienceIT::hundred);

        StatusPage page = stage.open("Some pictures fail");

        assertThat(page.states()).hasSize(100);
        assertThat(page.troubles()).hasSize(6);
        assertThat(page.text(".more")).contains("14 more components");
        assertThat(page.scrollsSideways()).isFalse();
        assertThat(stage.browser().console()).isEmpty();
    }

    private static Scene hundred(Instant now) {
        Scene scene = Scene.empty(now).overall("partial_outage", "some_fail");
        for (int number = 0; number < 100; number++) {
            if (number % 10 == 0) {
                scene.group("group-" + number, "Group " + number / 10);
            }
            scene.component("c" + number, "Component " + number, "one of many", "99.900");
            if (number % 5 == 0) {
                scene.state("c" + number, "partial_outage");
            }
        }
        return scene;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
                        + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten",
                "خدمة الصور السريعة: تحويل الصور وتغيير حجمها وقصها (WebP) 100%",
                HOSTILE
            })
    void neitherBreaksNorObeysAnyText(String text) {
        stage.show(now -> Told.saying(full(now, text), now, text));
        for (int width : List.of(320, 1280)) {
            stage.browser().size(width, 800);

            StatusPage page = stage.open("Some pictures fail");

            assertThat(page.scrollsSideways()).as("at %d px", width).isFalse();
            page.readToTheEnd();
            assertThat(page.all("main img, main script, main b")).isEmpty();
            assertThat(page.title()).startsWith("Some pictures fail");
            assertThat(page.violations()).isEmpty();
            assertThat(stage.browser().console()).isEmpty();
        }
    }

    /** The text in every place where the document has room for text. */
    private static Scene full(Instant now, String text) {
        return Scene.empty(now)
                .overall("partial_outage", "some_fail")
                .with(root -> root.withObject("page").put("name", text))
                .notice(text)
                .place(text, "reporting")
                .place(text, "blind")
                .group("g", text)
                .component("c", text, text, text)
                .state("c", "partial_outage")
                .problem("c", Map.of("check", text, "side", text, "reason", text, "message", text));
    }
}
