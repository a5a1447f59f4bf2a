package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The state of the whole on somebody else's page, which has another origin. */
class PageWidgetIT {
    private static Stage stage;
    private static HttpServer stranger;
    private static volatile String body = "";

    @BeforeAll
    static void start() throws IOException {
        stage = Stage.set();
        stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext(
                "/",
                exchange -> {
                    byte[] page =
                            ("<!doctype html><title>Stranger</title><p id=before>Before</p>" + body)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, page.length);
                    try (exchange) {
                        exchange.getResponseBody().write(page);
                    }
                });
        stranger.start();
    }

    @AfterAll
    static void stop() {
        stranger.stop(0);
        stage.close();
    }

    private static StatusPage embedded(String html) {
        body = html;
        URI address = URI.create("http://localhost:" + stranger.getAddress().getPort() + "/");
        StatusPage page = StatusPage.open(stage.browser(), address);
        stage.browser().driver().switchTo().frame(0);
        return page;
    }

    private static String url(String path) {
        return stage.site().address().resolve(path).toString();
    }

    @Test
    void isPutInPlaceByItsScript() {
        stage.show(Scene::incident);

        StatusPage page =
                embedded("<script src='%s' async></script>".formatted(url("js/widget.js")));

        page.awaitHeadline("wsrv.nl status: Some pictures fail");
        assertThat(page.symbol()).isEqualTo("partial");
        assertThat(page.freshness()).startsWith("Checked ");
        assertThat(page.one("a").getDomProperty("href")).isEqualTo(url("./"));
        assertThat(page.scrollsSideways()).isFalse();
        stage.browser().driver().switchTo().defaultContent();
        assertThat(stage.browser().driver().findElement(By.id("before")).getText())
                .isEqualTo("Before");
        assertThat(page.violations()).allMatch(one -> !one.startsWith("frame"));
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void isAFrameInTheThemeAndLanguageOfThePageAround() {
        stage.show(Scene::calm);

        StatusPage page =
                embedded(
                        "<iframe title=Status width=320 height=68 src='%s'></iframe>"
                                .formatted(url("widget.html?theme=dark&lang=de")));

        page.awaitHeadline("wsrv.nl status: Alles funktioniert");
        assertThat(page.script("return document.documentElement.dataset.theme")).isEqualTo("dark");
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void isUnknownWhenTheDataIsTooOld() {
        stage.show(now -> Scene.calm(now).aged(java.time.Duration.ofMinutes(12)));

        StatusPage page =
                embedded("<iframe title=Status src='%s'></iframe>".formatted(url("widget.html")));

        page.awaitHeadline("wsrv.nl status: We cannot see");
        assertThat(page.symbol()).isEqualTo("unknown");
    }

    @Test
    void isTheOnlyPageThatMayBeFramed() {
        stage.show(Scene::calm);

        embedded("<iframe title=Status src='%s'></iframe>".formatted(url("./")));

        assertThat(stage.browser().console())
                .anyMatch(line -> line.contains("frame-ancestors 'none'"));
    }
}
