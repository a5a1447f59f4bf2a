package weservstatus.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    private static final Secrets NONE = secrets("https://x.example/", List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://x.example/?url=a.png&w=320                     | https://x.example/?url=a.png&w=320
                    https://x.example/?token=abcd&w=1                      | https://x.example/?token=[hidden]&w=1
                    https://x.example/?w=1&X-Amz-Signature=ab12            | https://x.example/?w=1&X-Amz-Signature=[hidden]
                    https://x.example/?w=1&access_token=ab#top             | https://x.example/?w=1&access_token=[hidden]#top
                    https://x.example/?api_key=ab&key=cd                   | https://x.example/?api_key=[hidden]&key=[hidden]
                    https://x.example/?url=o.example%2Fa%3Ftoken%3Dab%26b%3D1&w=1 | https://x.example/?url=o.example%2Fa%3Ftoken%3D[hidden]%26b%3D1&w=1
                    https://me:word@x.example/                             | https://[hidden]@x.example/
                    <https://x.example/?sig=ab>; rel="canonical"           | <https://x.example/?sig=[hidden]>; rel="canonical"
                    https://x.example/?monkey=1&author=2&keyboard=3        | https://x.example/?monkey=1&author=[hidden]&keyboard=3
                    https://x.example/?q=80&maxage=1d&filename=key         | https://x.example/?q=80&maxage=1d&filename=key
                    """)
    void credentialsInAddressesAreHidden(String address, String shown) {
        assertThat(NONE.hidden(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, true",
        "proxy-authorization, true",
        "Cookie, true",
        "Set-Cookie, true",
        "X-Api-Key, true",
        "X-Auth-Token, true",
        "X-Amz-Security-Token, true",
        "User-Agent, false",
        "Accept, false",
        "Content-Type, false",
        "X-Cache-Status, false",
        "CF-Ray, false"
    })
    void credentialsInHeadersAreHidden(String name, boolean hidden) {
        Header shown = NONE.hidden(new Header(name, "abcd"));

        assertThat(shown).isEqualTo(new Header(name, hidden ? "[hidden]" : "abcd"));
    }

    @Test
    void whatTheRequestHadIsHiddenWhereverItComesBack() {
        Secrets secrets =
                secrets(
                        "https://x.example/?token=from-query",
                        List.of(new Header("Authorization", "Bearer from-header")));

        assertThat(secrets.hidden("you sent from-query and Bearer from-header"))
                .isEqualTo("you sent [hidden] and [hidden]");
        byte[] body = {(byte) 0xff, 'f', 'r', 'o', 'm', '-', 'q', 'u', 'e', 'r', 'y', 0};
        assertThat(new String(secrets.hidden(body), StandardCharsets.ISO_8859_1))
                .isEqualTo("\u00ff[hidden]\u0000");
    }

    @Test
    void aBodyThatRepeatsNothingStaysTheSameBytes() {
        byte[] body = {1, 2, 3};

        assertThat(NONE.hidden(body)).isSameAs(body);
    }

    @Test
    void anAddressStaysAnAddress() {
        assertThat(NONE.hidden(URI.create("https://x.example/?token=ab")))
                .isEqualTo(URI.create("https://x.example/?token=%5Bhidden%5D"));
    }

    private static Secrets secrets(String url, List<Header> headers) {
        Failure failure = Failure.of(FailureReason.CONNECT, "refused");
        return Secrets.of(
                new Exchange.Broken(
                        "GET",
                        URI.create(url),
                        headers,
                        Instant.EPOCH,
                        Phases.NONE,
                        false,
                        failure));
    }
}
