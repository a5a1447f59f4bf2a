package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /api/v1/status,    /api/v1/status
                    /a%2Fb,            /a/b
                    /a%2e%2E,          /a..
                    /a+b,              /a+b
                    /%C3%BC,           /ü
                    /%zz,              /%zz
                    /100%,             /100%
                    /%2,               /%2
                    /%252e,            /%2e
                    /%FF,              /\ufffd
                    /%+1,              /%+1
                    """)
    void pathsAreDecodedOnceAndNeverRefused(String raw, String path) {
        assertThat(Request.of("GET", raw, "", Map.of()).path()).isEqualTo(path);
    }

    @Test
    void theFirstOfARepeatedParameterCounts() {
        Request request =
                Request.of("GET", "/", "days=1&days=2&&=x&flag&a%3Db=c+d%26e&days", Map.of());

        assertThat(request.query()).isEqualTo(Map.of("days", "1", "flag", "", "a=b", "c d&e"));
    }

    @Test
    void withoutAQueryThereAreNoParameters() {
        assertThat(Request.of("GET", "/", "", Map.of()).query()).isEmpty();
    }

    @Test
    void headerNamesKnowNoCase() {
        Request request = Request.of("GET", "/", "", Map.of("If-None-Match", "*"));

        assertThat(request.header("IF-NONE-MATCH")).contains("*");
        assertThat(request.header("accept-encoding")).isEmpty();
    }
}
