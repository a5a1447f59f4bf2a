package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.ShellLine;

/** What the probe command says of what it saw, form by form. */
class ReportsTest {
    private static final List<Seen> ALL =
            List.of(Sample.passed(), Sample.failed("not as \"expected\""), Sample.blocked());

    @Test
    void tellsPeopleInATable() {
        assertThat(ResultTable.of(ALL))
                .isEqualTo(
                        """
                          CHECK  COMPONENT  RESULT   SIDE     TIME     MESSAGE
                          home   website    passed            90.3 ms
                          quota  edge       failed   service  90.3 ms  BODY: not as "expected"
                          post   edge       blocked  blocked  90.3 ms  STATUS: The rate is limited: status: expected 405, got 429

                        1 passed, 1 failed, 1 blocked
                        """);
    }

    @Test
    void explainsOneCheckToTheLastHeader() {
        assertThat(Explanation.of(Sample.failed("not as expected")))
                .isEqualTo(
                        """
                        quota (Remaining requests): failed, side service
                          because       BODY: not as expected
                          request       GET https://images.example.org/quota
                                        Host: images.example.org
                                        User-Agent: it's us
                          phases        dns 1.0 ms, connect 2.0 ms, tls 3.0 ms, firstByte 80.0 ms, transfer 4.3 ms, total 90.3 ms
                          answered by   192.0.2.7, HTTP/1.1
                          TLS           TLSv1.3, certificates until 2027-01-01T00:00:00Z
                                        CN=images.example.org
                          answer        200, 2 bytes
                                        Content-Type: application/json
                                        X-Images-Api: 5
                          held          status 200; actual: as expected
                          NOT HELD      a body with "remaining"; actual: "<nothing>"
                          again with    curl -sS -D - -o answer --http1.1 --max-time 2 -H 'User-Agent: it'\\''s us' https://images.example.org/quota
                        """);
    }

    @Test
    void explainsAnAttemptWithoutAnAnswer() {
        assertThat(Explanation.of(Sample.refused()))
                .contains("home (Home page): failed, side edge")
                .contains("because       CONNECT in phase connect: connection refused")
                .doesNotContain("answered by");
    }

    @Test
    void tellsProgramsInOneJsonDocument() {
        JsonNode json = JsonMapper.shared().readTree(ResultsJson.of(ALL));

        assertThat(json.propertyNames()).containsExactly("checks");
        JsonNode passed = json.path("checks").path(0);
        assertThat(passed.path("id").asString()).isEqualTo("home");
        assertThat(passed.path("component").asString()).isEqualTo("website");
        assertThat(passed.path("result").asString()).isEqualTo("passed");
        assertThat(passed.path("side").isNull()).isTrue();
        assertThat(passed.path("reason").isNull()).isTrue();
        assertThat(passed.path("message").isNull()).isTrue();
        assertThat(passed.path("totalMs").asDouble()).isEqualTo(90.321);
        JsonNode failed = json.path("checks").path(1);
        assertThat(failed.path("result").asString()).isEqualTo("failed");
        assertThat(failed.path("side").asString()).isEqualTo("service");
        assertThat(failed.path("reason").asString()).isEqualTo("BODY");
        assertThat(failed.path("message").asString()).isEqualTo("not as \"expected\"");
        assertThat(failed.path("expectations").path(1).path("held").asBoolean()).isFalse();
        assertThat(json.path("checks").path(2).path("result").asString()).isEqualTo("blocked");
    }

    @Test
    void tellsContinuousIntegrationInJunitXml() throws Exception {
        List<Seen> seen = List.of(Sample.passed(), Sample.failed("<&\"\u0000'>"), Sample.blocked());

        Element suite = parsed(JunitXml.of(seen, Sample.STARTED));

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("0.271");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("service/BODY");
        assertThat(failure.getAttribute("message")).isEqualTo("<&\"\uFFFD'>");
        assertThat(failure.getTextContent()).contains("again with    curl");
        Element error = (Element) suite.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("type")).isEqualTo("blocked/STATUS");
    }

    @Test
    void saysByTheExitCodeHowItWent() {
        assertThat(ExitCode.of(List.of(Sample.passed()))).isZero();
        assertThat(ExitCode.of(ALL)).isEqualTo(1);
        assertThat(ExitCode.of(List.of(Sample.blocked()))).isEqualTo(3);
        assertThat(ExitCode.of(List.of(Sample.passed(), Sample.blocked()))).isEqualTo(3);
        assertThat(ExitCode.of(List.of())).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https://a.example/x, https://a.example/x",
                "https://a.example/?a=1&b=2, 'https://a.example/?a=1&b=2'",
                "it's, 'it'\\''s'",
                "$HOME, '$HOME'"
            })
    void quotesForAShell(String word, String expected) {
        assertThat(ShellLine.quoted(word)).isEqualTo(expected);
    }

    private static Element parsed(String xml) throws Exception {
        return (Element)
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getDocumentElement()
                        .getElementsByTagName("testsuite")
                        .item(0);
    }
}
