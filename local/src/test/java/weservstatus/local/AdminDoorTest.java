package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.api.Operations;
import weservstatus.api.Request;
import weservstatus.api.Routes;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.store.IncidentStore;
import weservstatus.usecase.Administration;
import weservstatus.verdict.Scene;

/** Administrators on real sockets, over a real database. */
class AdminDoorTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final Catalogue CATALOGUE =
            Scene.at("here").component("formats").vital("webp", CachePath.MISS).catalogue();
    private static final String SMALL = "{\"title\": \"Down\", \"updates\": [{\"body\": \"x\"}]}";

    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    @TempDir private Path folder = Path.of("unset");
    private Optional<SqliteTable> table = Optional.empty();
    private Optional<Server> server = Optional.empty();
    private String token = "";

    @BeforeEach
    void start() {
        SqliteTable opened = SqliteTable.open(folder.resolve("test.db"), NOON);
        AdminDoor door =
                new AdminDoor(
                        AdminToken.in(folder),
                        Set.of("status.example.org"),
                        new Operations<>(
                                Routes.ADMIN,
                                Administration.over(
                                        CATALOGUE, opened, DataFolder.blobs(folder), NOON)));
        table = Optional.of(opened);
        server =
                Optional.of(
                        Server.start(0, door::handle, SiteFiles.in("/test-site"), troubles::add));
        token = AdminToken.find(folder).orElseThrow();
    }

    @AfterEach
    void stop() {
        server.ifPresent(Server::close);
        table.ifPresent(SqliteTable::close);
        assertThat(troubles).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    127.0.0.1:8080        |                                           | 200
                    localhost             |                                           | 200
                    [::1]:8080            |                                           | 200
                    status.example.org    | X-Forwarded-For: 198.51.100.7             | 200
                    127.0.0.1             | Origin: http://127.0.0.1                  | 200
                    127.0.0.1             | Sec-Fetch-Site: same-origin               | 200
                    rebound.example.net   |                                           | 403
                    127.0.0.1.example.net |                                           | 403
                    127.0.0.1             | X-Forwarded-For: 198.51.100.7             | 403
                    127.0.0.1             | Forwarded: for=198.51.100.7               | 403
                    127.0.0.1             | Via: 1.1 proxy                            | 403
                    127.0.0.1             | Origin: https://evil.example              | 403
                    127.0.0.1             | Origin: null                              | 403
                    127.0.0.1             | Sec-Fetch-Site: cross-site                | 403
                    """)
    void answersOnlyWhoComesDirectly(String host, String header, int status) throws Exception {
        String more = header == null ? "" : header + "\r\n";

        String answer = send("GET", host, authorized() + more, "");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).doesNotContainIgnoringCase("Access-Control-");
    }

    @Test
    void answersNobodyWithoutTheToken() throws Exception {
        assertThat(send("GET", "127.0.0.1", "", "")).startsWith("HTTP/1.1 401 ");
        assertThat(send("GET", "127.0.0.1", "Authorization: Bearer x" + token + "\r\n", ""))
                .startsWith("HTTP/1.1 401 ")
                .containsIgnoringCase("WWW-Authenticate: Bearer")
                .doesNotContain(token);
        assertThat(send("GET", "127.0.0.1", "Authorization: Basic " + token + "\r\n", ""))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void aBrowserOfAnotherSiteIsGivenNoLeave() throws Exception {
        String answer =
                send(
                        "OPTIONS",
                        "127.0.0.1",
                        "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n",
                        "");

        assertThat(answer)
                .startsWith("HTTP/1.1 403 ")
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @Test
    void aChangeIsInTheDatabaseWhenItIsAnswered() throws Exception {
        String answer =
                send("POST", "127.0.0.1", authorized() + "Idempotency-Key: 12345678\r\n", SMALL);

        assertThat(answer).startsWith("HTTP/1.1 201 ").containsIgnoringCase("ETag: \"1\"");
        assertThat(new IncidentStore(table.orElseThrow()).all())
                .extracting(stored -> stored.value().title())
                .containsExactly("Down");
    }

    @Test
    void aBodyBeyondTheBoundIsRefusedHoweverItIsSent() throws Exception {
        String large = "x".repeat(Request.MOST_BYTES + 1);
        String chunk = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
        String head =
                "POST /api/v1/admin/incidents HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                        + authorized();

        assertThat(raw(head + "Content-Length: " + large.length() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void theTokenStaysAndOnlyItsOwnerReadsIt() throws Exception {
        Path file = folder.resolve("admin-token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(AdminToken.in(folder).is(token)).isTrue();
    }

    @Test
    void aTokenThatOthersMayReadIsRefused() throws Exception {
        Path file = folder.resolve("admin-token");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> AdminToken.in(folder))
                .isInstanceOf(DataFolderTaken.class)
                .hasMessageContaining("admin-token that others may read (delete it for a new one)");
    }

    private String authorized() {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private String send(String method, String host, String headers, String body)
            throws IOException {
        return raw(
                method
                        + " /api/v1/admin/incidents HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + headers
                        + "Content-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body);
    }

    private String raw(String request) throws IOException {
        int port = server.orElseThrow().url().getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
