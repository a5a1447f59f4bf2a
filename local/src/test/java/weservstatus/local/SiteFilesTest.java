package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFilesTest {

    @ParameterizedTest
    @CsvSource({
        "https://status.example.org, https://status.example.org/api/v1/preview.png",
        "https://status.example.org/, https://status.example.org/api/v1/preview.png",
        "https://example.org/a&b, https://example.org/a&amp;b/api/v1/preview.png"
    })
    void thePreviewHasAWholeAddress(URI page, String preview) {
        assertThat(html(SiteFiles.bundled(() -> page)))
                .contains("<meta property=\"og:image\" content=\"" + preview + "\">");
    }

    @Test
    void anAddressThatComesToBeKnownLaterIsPutInThen() {
        AtomicReference<URI> page = new AtomicReference<>(URI.create("http://localhost/"));
        SiteFiles files = SiteFiles.bundled(page::get);
        assertThat(html(files)).contains("\"http://localhost/api/v1/preview.png\"");

        page.set(URI.create("https://status.example.org"));

        assertThat(html(files))
                .contains("\"https://status.example.org/api/v1/preview.png\"")
                .doesNotContain("localhost");
    }

    private static String html(SiteFiles files) {
        return new String(files.find("/").orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
}
