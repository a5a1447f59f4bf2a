package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the page to be looked at, in local/target/screenshots. */
class PageScreenshotsIT {
    private static final Path FOLDER =
            Path.of(System.getProperty("repository.root"), "local/target/screenshots");

    /** What is photographed. */
    enum Look {
        CALM("Everything works"),
        INCIDENT("Some pictures fail"),
        OUTAGE("Down"),
        BLIND("We cannot see"),
        STALE("We cannot see");

        private final String headline;

        Look(String headline) {
            this.headline = headline;
        }

        private Scene scene(Instant now) {
            return switch (this) {
                case CALM -> Told.calm(now);
                case INCIDENT -> Told.incident(now);
                case OUTAGE -> Told.outage(now);
                case BLIND -> Scene.blind(now);
                case STALE -> Scene.calm(now).aged(Duration.ofMinutes(12));
            };
        }
    }

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
                    CALM,     light, 1440
                    CALM,     light, 1000
                    CALM,     light, 3840
                    CALM,     light,  768
                    CALM,     light,  320
                    CALM,     dark,  1440
                    CALM,     dark,   768
                    CALM,     dark,   320
                    INCIDENT, light, 1440
                    INCIDENT, light,  768
                    INCIDENT, light,  320
                    INCIDENT, dark,  1440
                    INCIDENT, dark,  1000
                    INCIDENT, dark,   768
                    INCIDENT, dark,   320
                    OUTAGE,   light, 1440
                    OUTAGE,   light,  768
                    OUTAGE,   light,  320
                    OUTAGE,   dark,  1440
                    OUTAGE,   dark,   768
                    OUTAGE,   dark,   320
                    BLIND,    light, 1440
                    BLIND,    light,  768
                    BLIND,    light,  320
                    BLIND,    dark,  1440
                    BLIND,    dark,   768
                    BLIND,    dark,   320
                    STALE,    light,  768
                    STALE,    dark,   768
                    """)
    void isPhotographed(Look look, String scheme, int width) throws IOException {
        stage.show(look::scene);
        stage.site().proofs(proofs());
        stage.browser().prefer(scheme, "reduce");
        stage.browser().size(width, 900);

        StatusPage page = stage.open(look.headline);
        page.readToTheEnd();
        page.await("document.querySelector('.strip img[src]')?.naturalWidth > 0");
        byte[] picture = page.picture();

        assertThat(page.scrollsSideways()).isFalse();
        assertThat(picture).hasSizeGreaterThan(10_000);
        Files.write(
                FOLDER.resolve(
                        look.name().toLowerCase(Locale.ROOT) + "-" + scheme + "-" + width + ".png"),
                picture);
    }

    /** The last picture of some operations, minutes old. */
    private static String proofs() {
        Instant now = stage.clock().instant();
        return Stream.of("Resize", "Crop", "JPEG", "PNG", "WebP", "AVIF", "Animation", "Mask")
                .map(name ->
                        """
                        {"id": "here.%1$s", "checkId": "%1$s", "check": "%2$s", "place": "Here",
                         "at": "%3$s", "width": 320, "height": 240}\
                        """
                                .formatted(
                                        name.toLowerCase(Locale.ROOT),
                                        name,
                                        now.minusSeconds(60L * name.length())))
                .collect(Collectors.joining(",", "{\"proofs\": [", "]}"));
    }

    @ParameterizedTest
    @CsvSource({"light, 1440", "dark, 320"})
    void isPhotographedWithTheDetailsOfADayInTheDemo(String scheme, int width) throws IOException {
        stage.show(now -> Scene.incident(now).notice("Demo: recorded answers, faults on purpose"));
        stage.browser().prefer(scheme, "reduce");
        stage.browser().size(width, 900);

        StatusPage page = stage.open("Some pictures fail");
        page.all(".row:has([aria-label^='Formats']) .cell").getLast().click();
        page.awaitDetails(".row");

        assertThat(page.all(".tip:not([hidden])")).hasSize(1);
        Files.write(FOLDER.resolve("details-" + scheme + "-" + width + ".png"), page.picture());
    }
}
