package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the page to be looked at, in local/target/screenshots. */
class PageScreenshotsIT {
    private static final Path FOLDER =
            Path.of(System.getProperty("repository.root"), "local/target/screenshots");
    private static final Map<String, Function<Instant, Scene>> SCENES =
            Map.of(
                    "calm", Scene::calm,
                    "incident", Scene::incident,
                    "blind", Scene::blind,
                    "stale", now -> Scene.calm(now).aged(Duration.ofMinutes(12)));
    private static final Map<String, String> HEADLINES =
            Map.of(
                    "calm", "Everything works",
                    "incident", "Some pictures fail",
                    "blind", "We cannot see",
                    "stale", "We cannot see");

    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = Stage.set();
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    calm,     light, 1440
                    calm,     light, 1000
                    calm,     light, 3840
                    calm,     light,  768
                    calm,     light,  320
                    calm,     dark,  1440
                    calm,     dark,   768
                    calm,     dark,   320
                    incident, light, 1440
                    incident, light,  768
                    incident, light,  320
                    incident, dark,  1440
                    incident, dark,  1000
                    incident, dark,   768
                    incident, dark,   320
                    blind,    light, 1440
                    blind,    light,  768
                    blind,    light,  320
                    blind,    dark,  1440
                    blind,    dark,   768
                    blind,    dark,   320
                    stale,    light,  768
                    stale,    dark,   768
                    """)
    void isPhotographed(String name, String scheme, int width) throws IOException {
        stage.show(SCENES.get(name));
        stage.browser().prefer(scheme, "reduce");
        stage.browser().size(width, 900);

        StatusPage page = stage.open(HEADLINES.get(name));
        byte[] picture = stage.browser().picture();

        assertThat(page.scrollsSideways()).isFalse();
        assertThat(picture).hasSizeGreaterThan(10_000);
        Files.write(FOLDER.resolve(name + "-" + scheme + "-" + width + ".png"), picture);
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 320"})
    void isPhotographedWithTheDetailsOfADayInTheDemo(String scheme, int width) throws IOException {
        stage.show(now -> Scene.incident(now).notice("Demo: recorded answers, faults on purpose"));
        stage.browser().prefer(scheme, "reduce");
        stage.browser().size(width, 3400);

        StatusPage page = stage.open("Some pictures fail");
        page.all(".row:has([aria-label^='Formats']) .cell").get(41).click();

        assertThat(page.all(".tip:not([hidden])")).hasSize(1);
        Files.write(
                FOLDER.resolve("details-" + scheme + "-" + width + ".png"),
                stage.browser().picture());
    }
}
