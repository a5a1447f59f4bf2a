package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The looks that an owner chose in status.yaml. */
class PageOwnerIT {
    private static final String LINK =
            "return getComputedStyle(document.querySelector('#links a')).color";
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Scene owned(Instant now) {
        return Scene.calm(now)
                .with(root -> {
                    var page = root.withObject("page");
                    page.put("logo", "api/v1/logo").put("footer", "Run by the people of Example.");
                    page.putObject("colour").put("light", "#7a1fa2").put("dark", "#d9a6f2");
                    page.putArray("links")
                            .addObject()
                            .put("name", "Website")
                            .put("url", "https://example.org/");
                });
    }

    @Test
    void areShown() {
        stage.show(PageOwnerIT::owned);

        StatusPage page = stage.open("Everything works");
        page.readToTheEnd();

        page.await("document.querySelector('img.mark')?.naturalWidth > 0");
        assertThat(page.script(LINK)).isEqualTo("rgb(122, 31, 162)");
        assertThat(page.one("#links a").getText()).isEqualTo("Website");
        assertThat(page.text("#own")).isEqualTo("Run by the people of Example.");
        assertThat(page.violations()).isEmpty();
        page.one("#themes input[value=dark]").click();
        assertThat(page.script(LINK)).isEqualTo("rgb(217, 166, 242)");
        page.script("localStorage.clear()");
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void sayBesideAStateThatSomebodySetItUntilWhenAndWhy() {
        stage.show(now ->
                Scene.calm(now)
                        .with(root ->
                                ((ObjectNode) root.at("/groups/0/components/0"))
                                        .putObject("override")
                                        .put("by", "person")
                                        .put("since", now.toString())
                                        .put("until", now.plusSeconds(60).toString())
                                        .put("reason", "<b>Bold</b> claims")
                                        .put("seen", "major_outage")));

        StatusPage page = stage.open("Everything works");

        assertThat(page.text(".row .about"))
                .contains("Set by the operator until ")
                .endsWith(": <b>Bold</b> claims");
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void areNeverTakenFromElsewhere() {
        stage.show(now ->
                Scene.calm(now)
                        .with(root -> {
                            var page = root.withObject("page");
                            page.put("logo", "https://evil.example/x.svg");
                            page.putObject("colour").put("light", "red;}").put("dark", "url(x)");
                            page.putArray("links")
                                    .addObject()
                                    .put("name", "x")
                                    .put("url", "javascript:alert(1)");
                        }));

        StatusPage page = stage.open("Everything works");
        page.readToTheEnd();

        assertThat(page.all("img.mark")).isEmpty();
        assertThat(page.all("#links .own")).isEmpty();
        assertThat(page.script("return document.documentElement.className")).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }
}
