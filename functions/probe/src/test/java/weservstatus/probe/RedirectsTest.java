package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.HttpMethod;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

class RedirectsTest {
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();

    @Test
    void followsAsOftenAsTheCheckAllows() throws Exception {
        try (var server = steps(2)) {
            Attempt attempt = Probers.probe(CheckRecipe.get("/0").redirects(2), server.url());

            Answer answer = attempt.exchange().answered().orElseThrow();
            assertThat(answer.text()).isEqualTo("there");
            assertThat(attempt.exchange().url()).hasPath("/0");
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void oneRedirectMoreIsAFailure() throws Exception {
        try (var server = steps(3)) {
            Attempt attempt = Probers.probe(CheckRecipe.get("/0").redirects(2), server.url());

            assertThat(Probers.broken(attempt))
                    .isEqualTo(astray("The answer redirects more than 2 times"));
        }
    }

    @Test
    void aCircleIsAFailure() throws Exception {
        try (var server =
                answering(head -> redirect(302, head.startsWith("GET /a ") ? "/b" : "/a"))) {
            Attempt attempt = Probers.probe(CheckRecipe.get("/a").redirects(10), server.url());

            assertThat(Probers.broken(attempt))
                    .isEqualTo(
                            astray(
                                    "The redirects run in a circle, back to "
                                            + server.url()
                                            + "/a"));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aLocationThatIsNoWebAddressIsAFailure() throws Exception {
        try (var server = answering(head -> redirect(302, "ftp://card.example/"))) {
            Attempt attempt = Probers.probe(CheckRecipe.get("/a").redirects(10), server.url());

            assertThat(Probers.broken(attempt))
                    .isEqualTo(
                            astray("A redirect leads to \"ftp://card.example/\", no web address"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 302, GET",
        "HEAD, 303, HEAD",
        "POST, 301, GET",
        "POST, 303, GET",
        "POST, 307, POST",
        "POST, 308, POST",
        "OPTIONS, 302, OPTIONS",
        "OPTIONS, 303, GET",
    })
    void changesTheMethodAsBrowsersDo(HttpMethod method, int status, HttpMethod next)
            throws Exception {
        try (var server =
                answering(head ->
                        head.contains(" /a ")
                                ? redirect(status, "/b")
                                : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            Probers.probe(CheckRecipe.get("/a").method(method).redirects(1), server.url());

            assertThat(heads.take()).startsWith(method + " /a ");
            assertThat(heads.take()).startsWith(next + " /b ");
        }
    }

    @Test
    void secretsDoNotFollowToAnotherHost() throws Exception {
        try (var other = answering(head -> "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var server = answering(head -> redirect(302, other.url() + "/b"))) {
            Probers.probe(
                    CheckRecipe.get("/a")
                            .redirects(1)
                            .header("Authorization", "Bearer x")
                            .header("X-Plain", "1"),
                    server.url());

            assertThat(heads.take()).contains("Authorization: Bearer x", "X-Plain: 1");
            assertThat(heads.take())
                    .doesNotContain("Authorization")
                    .contains("X-Plain: 1", "Host: 127.0.0.1:" + other.port());
        }
    }

    /** {@code /0} leads to {@code /1} and so on, the last step answers. */
    private ScriptedServer steps(int count) throws Exception {
        return answering(head -> {
            int step = Integer.parseInt(head.split("[/ ]+", 3)[1]);
            return step == count
                    ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere"
                    : redirect(301, "/" + (step + 1));
        });
    }

    private interface Answering {
        String to(String head);
    }

    private ScriptedServer answering(Answering answering) throws Exception {
        return ScriptedServer.plain(conversation -> {
            String head = conversation.readHead();
            heads.add(head);
            conversation.send(answering.to(head));
        });
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 "
                + status
                + " Elsewhere\r\nLocation: "
                + location
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static Failure astray(String message) {
        return Failure.in(Phase.TRANSFER, FailureReason.PROTOCOL, message);
    }
}
