package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Expectation.BodyContains;
import weservstatus.check.Expectation.CertificateLasts;
import weservstatus.check.Expectation.HeaderAbsent;
import weservstatus.check.Expectation.HeaderEquals;
import weservstatus.check.Expectation.HeaderMatches;
import weservstatus.check.Expectation.JsonEquals;
import weservstatus.check.Expectation.StatusIs;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.verdict.Sides;

/** What is no worse for anybody stays silent, over real connections. */
class HarmlessChangesTest {
    private static final String ANSWER =
            """
            HTTP/1.1 200 OK
            Server: nginx
            Date: Thu, 26 Nov 2026 10:00:00 GMT
            Content-Type: application/json
            Content-Length: 32
            Cache-Control: public, max-age=31536000
            Expires: Fri, 26 Nov 2027 10:00:00 GMT
            Content-Disposition: inline; filename=image.json
            Access-Control-Allow-Origin: *
            X-Images-Api: 5
            X-Cache-Status: MISS

            {"width":320,"status":"success"}
            """
                    .replace("\n", "\r\n");

    private static final CheckRecipe ASKED =
            CheckRecipe.get("/")
                    .expecting(
                            new StatusIs(200),
                            new HeaderMatches("Content-Type", "application/json(;.*)?"),
                            new HeaderMatches("Cache-Control", "(?!.*no-).*max-age=\\d{8,}.*"),
                            new HeaderMatches(
                                    "Content-Disposition", "inline; *filename=\"?image.json\"?"),
                            new HeaderEquals("Access-Control-Allow-Origin", "*"),
                            new HeaderEquals("X-Images-Api", "5"),
                            new HeaderAbsent("Set-Cookie"),
                            new BodyContains("success"),
                            new JsonEquals("/width", "320"));

    /** What the answer has; what it has instead, nothing for "-"; ~ is an end of line. */
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Server: nginx                | Server: caddy
                    Server: nginx~               | -
                    Server: nginx                | Server: cloudflare~CF-Ray: 9a1b-HEL~CF-Cache-Status: DYNAMIC
                    Server: nginx                | Server: cloudflare~CF-Ray: 9a1b-FRA~CF-Cache-Status: HIT
                    Thu, 26 Nov 2026 10:00:00    | Thu, 26 Nov 2026 11:11:11
                    Fri, 26 Nov 2027 10:00:00    | Sun, 26 Nov 2028 10:00:00
                    max-age=31536000             | max-age=63072000
                    public, max-age=31536000     | max-age=31536000, public, immutable
                    filename=image.json          | filename="image.json"
                    Content-Type                 | content-type
                    application/json             | application/json; charset=utf-8
                    X-Cache-Status: MISS         | X-Cache-Status: STALE
                    X-Cache-Status: MISS         | X-Cache-Status: MISS~Via: 1.1 varnish~Age: 12
                    X-Images-Api: 5              | x-images-api: 5~X-Powered-By: somebody~Alt-Svc: h3=":443"
                    200 OK                       | 200 Fine
                    {"width":320,"status":"success"} | {"status":"success","width":320}
                    Content-Length: 32           | Connection: close
                    """)
    void anotherAnswerThatIsAsGood(String was, @Nullable String is) throws IOException {
        String before = was.replace("~", "\r\n");
        String after = is == null ? "" : is.replace("~", "\r\n");
        assertThat(ANSWER).contains(before);

        assertThat(answered(ANSWER)).isEqualTo(Result.PASSED);
        assertThat(answered(ANSWER.replace(before, after))).isEqualTo(Result.PASSED);
    }

    @Test
    void chunksInPlaceOfALength() throws IOException {
        int body = ANSWER.indexOf("\r\n\r\n") + 4;
        String chunked =
                ANSWER.substring(0, body)
                                .replace("Content-Length: 32", "Transfer-Encoding: chunked")
                        + "20\r\n{\"width\":320,\"status\":\"success\"}\r\n0\r\n\r\n";

        assertThat(answered(chunked)).isEqualTo(Result.PASSED);
    }

    /** The same prober sees the old certificate, of another key, and then the new one. */
    @Test
    void aRenewedCertificate() throws IOException {
        HttpCheck check = CheckRecipe.get("/").expecting(new CertificateLasts(7)).build();
        NetworkProber prober = Probers.prober();
        for (int days : List.of(30, 90)) {
            Instant now = Instant.now();
            var context =
                    Probers.AUTHORITY.server(
                            now.minus(Duration.ofDays(9)),
                            now.plus(Duration.ofDays(days)),
                            "localhost");
            try (var server = ScriptedServer.secure(context, ScriptedServer.always(ANSWER))) {
                String url = "https://localhost:" + server.port();

                assertThat(judged(prober, check, url).result()).isEqualTo(Result.PASSED);
            }
        }
    }

    @Test
    void anotherAddress() throws IOException {
        for (String address : List.of("127.0.0.1", "127.0.0.2")) {
            InetAddress here = InetAddress.ofLiteral(address);
            NetworkProber moved =
                    Probers.prober(Probers.SETTINGS.withResolver(host -> List.of(here)));
            try (var server = ScriptedServer.at(here, ScriptedServer.always(ANSWER))) {
                Observation seen =
                        judged(moved, ASKED.build(), "http://name.example:" + server.port());

                assertThat(seen.result()).isEqualTo(Result.PASSED);
                assertThat(seen.address()).isEqualTo(address);
            }
        }
    }

    private static Result answered(String answer) throws IOException {
        try (var server = ScriptedServer.plain(ScriptedServer.always(answer))) {
            return judged(Probers.prober(), ASKED.build(), server.url()).result();
        }
    }

    private static Observation judged(NetworkProber prober, HttpCheck check, String url) {
        return Sides.judge(
                prober.probe(check, CheckRecipe.target(url), Duration.ofSeconds(30)),
                check,
                Controls.NONE);
    }
}
