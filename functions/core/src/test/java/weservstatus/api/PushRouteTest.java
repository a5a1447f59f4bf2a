package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.BeatToken;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckHead;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.Schedule;
import weservstatus.observe.Beat;
import weservstatus.store.BeatStore;
import weservstatus.store.InMemoryTable;
import weservstatus.store.TestClock;
import weservstatus.usecase.MissingToken;
import weservstatus.usecase.RecordBeat;
import weservstatus.verdict.Scene;

class PushRouteTest {
    private static final String TOKEN = "x7Kq-first_0123456789";
    private static final String OTHER = "Zz9-other_9876543210";

    /** {@code printf %s x7Kq-first_0123456789 | sha256sum}. */
    private static final String HASH =
            "a20b4bf98e99cd3ec78b0f3b07fa751665f961002dcc4138fcdc857cf628ebb4";

    private static final CheckId FIRST = new CheckId("first");
    private static final CheckId SECOND = new CheckId("second");

    private final TestClock clock = new TestClock(Scene.START);
    private final BeatStore beats = new BeatStore(new InMemoryTable(clock));
    private final PushRoute route =
            new PushRoute(new RecordBeat(catalogue(), _ -> Optional.of(OTHER), beats), clock);

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "GET,  x7Kq-first_0123456789, status=up&msg=OK&ping=12,    200, first,  true,  OK, 12",
                "GET,  x7Kq-first_0123456789, status=up&msg=OK&ping=,      200, first,  true,  OK, ",
                "GET,  x7Kq-first_0123456789, ping=12.75,                  200, first,  true,  '', 12",
                "POST, x7Kq-first_0123456789, '',                          200, first,  true,  '', ",
                "POST, Zz9-other_9876543210,  status=down&msg=disk+full,   200, second, false, disk full, ",
                "GET,  Zz9-other_9876543210,  status=sideways,             400, ,       ,      ,   ",
                "GET,  Zz9-other_9876543210,  ping=fast,                   400, ,       ,      ,   ",
                "GET,  Zz9-other_9876543211,  status=up,                   404, ,       ,      ,   ",
                "GET,  x,                     status=up,                   404, ,       ,      ,   ",
                "PUT,  x7Kq-first_0123456789, status=up,                   405, ,       ,      ,   ",
            })
    void takesACallInTheFormOfPushMonitors(
            String method,
            String token,
            String given,
            int status,
            String check,
            Boolean up,
            String message,
            Long ping) {
        String query = given == null ? "" : given;

        Response response = route.handle(request(method, token, query));

        assertThat(response.status()).isEqualTo(status);
        Optional<Beat> expected =
                Optional.ofNullable(check)
                        .map(_ ->
                                new Beat(
                                        Scene.START,
                                        up,
                                        message == null ? "" : message,
                                        ping == null
                                                ? OptionalLong.empty()
                                                : OptionalLong.of(ping)));
        assertThat(beats.find(new CheckId(check == null ? "first" : check))).isEqualTo(expected);
    }

    @Test
    void repeatsTheTokenNowhere() {
        for (String query : List.of("status=up", "status=sideways")) {
            Response response = route.handle(request("GET", OTHER + "wrong", query));

            assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain(OTHER);
            assertThat(response.headers().toString()).doesNotContain(OTHER);
        }
    }

    @Test
    void keepsTheNewestCall() {
        Beat newer = new Beat(Scene.START.plusSeconds(5), true, "", OptionalLong.empty());
        beats.put(SECOND, newer);

        beats.put(SECOND, new Beat(Scene.START, false, "late", OptionalLong.empty()));
        beats.put(SECOND, newer);

        assertThat(beats.find(SECOND)).contains(newer);
    }

    @Test
    void takesNoMoreThanItsRate() {
        for (int call = 0; call < 600; call++) {
            route.handle(request("GET", "guess-number-" + call, ""));
        }

        assertThat(route.handle(request("GET", TOKEN, "")).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(route.handle(request("GET", TOKEN, "")).status()).isEqualTo(200);
    }

    @Test
    void refusesAVariableWithoutAToken() {
        assertThatThrownBy(() -> new RecordBeat(catalogue(), _ -> Optional.of("short"), beats))
                .isInstanceOf(MissingToken.class)
                .hasMessage(
                        "check second: the environment variable OTHER holds no token; set it to"
                                + " 16 or more random characters");
    }

    @Test
    void takesNoOtherPath() {
        assertThat(PushRoute.takes(request("GET", TOKEN, ""))).isTrue();
        assertThat(PushRoute.takes(Request.of("GET", "/api/push/a/b", "", Map.of()))).isFalse();
        assertThat(PushRoute.takes(Request.of("GET", "/api/v1/status", "", Map.of()))).isFalse();
    }

    private static Request request(String method, String token, String query) {
        return Request.of(method, "/api/push/" + token, query, Map.of());
    }

    private static Catalogue catalogue() {
        Catalogue plain = Scene.at("here").component("all").catalogue();
        List<Check> checks =
                List.of(
                        heartbeat(FIRST, new BeatToken.Hash(HASH)),
                        heartbeat(SECOND, new BeatToken.Variable("OTHER")));
        return new Catalogue(
                plain.page(),
                plain.pace(),
                plain.locations(),
                plain.targets(),
                Optional.empty(),
                plain.groups(),
                plain.components(),
                checks);
    }

    private static HeartbeatCheck heartbeat(CheckId id, BeatToken token) {
        Check model =
                Scene.check(
                        "it",
                        new ComponentId("all"),
                        new Schedule(Duration.ofMinutes(1), 0),
                        false,
                        CachePath.NONE,
                        "/");
        return new HeartbeatCheck(
                new CheckHead(
                        id,
                        "It",
                        "",
                        model.component(),
                        model.target(),
                        model.schedule(),
                        model.timeout(),
                        Optional.empty(),
                        false),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                token);
    }
}
