package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKeyTest {
    private static final String ORIGIN = "127.0.0.1:4711";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /?url=127.0.0.1:4711/card.png                          | /?url={origin}/card.png
                    /?url=http://127.0.0.1:4711/card.png                   | /?url={origin}/card.png
                    /?url=http%3A%2F%2F127.0.0.1%3A4711%2Fcard.png         | /?url={origin}/card.png
                    /?url=127.0.0.1%3a4711%2fcard.png                      | /?url={origin}/card.png
                    /?url=127.0.0.1:4711/card.png&w=32&nonce=a1            | /?url={origin}/card.png&w=32
                    /?nonce=a1&w=32&url=127.0.0.1:4711/card.png            | /?url={origin}/card.png&w=32
                    /?url=127.0.0.1:4711/card.png&w=32&w=64                | /?url={origin}/card.png&w=32&w=64
                    /?w=32&url=127.0.0.1:4711/card.png&w=64                | /?url={origin}/card.png&w=32&w=64
                    /?url=a.test/x&default=http://127.0.0.1:4711/card.png  | /?url=a.test/x&default={origin}/card.png
                    /                                                      | /?
                    /quota                                                 | /quota
                    """)
    void readsTheseTwoAsTheSameRequest(String asked, String recorded) {
        assertThat(key("GET", asked))
                .isEqualTo(RequestKey.of("GET", recorded, RequestKey.ORIGIN, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /?url={origin}/card.png&w=32&w=64     | /?url={origin}/card.png&w=64&w=32
                    /?url={origin}/card.png&w=32          | /?url={origin}/card.png&w=33
                    /?url={origin}/card.png&w=32          | /?url={origin}/card.png&W=32
                    /?url={origin}/card.png&we            | /?url={origin}/card.png
                    /?url={origin}/card.png               | /x?url={origin}/card.png
                    /?url={origin}/card.png&nonces=1      | /?url={origin}/card.png
                    /?url={origin}/card.png               | /?url=127.0.0.1:47112/card.png
                    /?url={origin}/card.png               | /?url=https://127.0.0.1:4711/card.png
                    /?url={origin}/card.png               | /?url=127.0.0.1:1/card.png
                    /?url={origin}/a+b                    | /?url={origin}/a%20b
                    """)
    void tellsTheseTwoApart(String one, String other) {
        assertThat(key("GET", one.replace("{origin}", ORIGIN)))
                .isNotEqualTo(key("GET", other.replace("{origin}", ORIGIN)));
    }

    @ParameterizedTest
    @CsvSource({"GET, HEAD, false, false", "GET, GET, false, true"})
    void tellsMethodsAndBypassApart(String one, String other, boolean oneBy, boolean otherBy) {
        assertThat(RequestKey.of(one, "/quota", ORIGIN, oneBy))
                .isNotEqualTo(RequestKey.of(other, "/quota", ORIGIN, otherBy));
    }

    private static RequestKey key(String method, String asked) {
        return RequestKey.of(method, asked, ORIGIN, false);
    }
}
