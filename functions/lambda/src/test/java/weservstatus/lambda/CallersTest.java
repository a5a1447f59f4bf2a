package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.api.Request;

class CallersTest {
    private static final String STACK = "arn:aws:cloudformation:eu-central-1:1:stack/status/0b1c";

    /** The sample event comes from 192.0.2.1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    ''   | ''                         | 192.0.2.1
                    ''   | 203.0.113.7                | 192.0.2.1
                    ''   | 203.0.113.7, 192.0.2.1     | 192.0.2.1
                    true | 203.0.113.7                | 203.0.113.7
                    true | 203.0.113.7, 192.0.2.1     | 203.0.113.7
                    true | 1.1.1.1, 203.0.113.7, 192.0.2.1 | 203.0.113.7
                    fake | 203.0.113.7, 192.0.2.1     | 192.0.2.1
                    """)
    void theStacksOwnCdnAloneIsBelieved(String shown, String forwarded, String visitor) {
        String header = shown.equals("true") ? STACK : shown;
        String event =
                Events.read(Events.SUBSCRIBE)
                        .replace(
                                "\"accept\":",
                                "\"%s\": \"%s\", \"x-forwarded-for\": \"%s\", \"accept\":"
                                        .formatted(Callers.SHOWN, header, forwarded));
        Request request =
                ApiEvent.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));

        assertThat(new Callers(Optional.of(STACK), "table").visitor(request)).isEqualTo(visitor);
        assertThat(new Callers(Optional.empty(), "table").visitor(request)).isEqualTo("192.0.2.1");
    }
}
