package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.observe.Answer;
import weservstatus.observe.Header;

class RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | application/json | {\"message\":\"IP address blocked by policy\"} | held",
                "404 | application/json | {\"message\":\"unresolvable or blocked by policy.\"} | held",
                "404 | application/json | {\"message\":\"The requested URL timed out.\"} | BODY",
                "404 | text/html | blocked by policy | BODY",
                "302 | application/json | {\"message\":\"blocked by policy\"} | BODY",
                "500 | application/json | {\"message\":\"blocked by policy\"} | BODY",
                "200 | application/json | {\"message\":\"blocked by policy\"} | SECURITY",
                "200 | image/png | x | SECURITY",
                "204 | text/plain | x | SECURITY"
            })
    void onlyAnErrorThatNamesThePolicyIsARefusal(
            int status, String type, String body, String reason) {
        Answer answer =
                new Answer(
                        status,
                        List.of(new Header("Content-Type", type)),
                        body.getBytes(StandardCharsets.UTF_8),
                        "HTTP/1.1",
                        "127.0.0.1",
                        Optional.empty());

        assertThat(
                        Refusal.judge(answer)
                                .failure()
                                .map(failure -> failure.reason().name())
                                .orElse("held"))
                .isEqualTo(reason);
    }
}
