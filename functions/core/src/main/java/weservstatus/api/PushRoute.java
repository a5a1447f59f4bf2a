package weservstatus.api;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import weservstatus.observe.Beat;
import weservstatus.usecase.RecordBeat;

/**
 * {@code /api/push/TOKEN?status=&msg=&ping=}: where targets call us, in the form of Uptime Kuma's
 * push monitors. The token is repeated nowhere.
 */
public final class PushRoute {
    static final List<String> METHODS = List.of("GET", "POST");
    static final PathTemplate PATH = new PathTemplate("/api/push/{token}");

    /** Of all callers together: 100 heartbeats of 10 s each. */
    private static final int MOST_A_MINUTE = 600;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{8,128}");
    private static final Pattern PING = Pattern.compile("(\\d{1,7})(?:\\.\\d{1,9})?");

    private final RecordBeat beats;
    private final InstantSource clock;
    private final CallRate rate = new CallRate(MOST_A_MINUTE);

    public PushRoute(RecordBeat beats, InstantSource clock) {
        this.beats = beats;
        this.clock = clock;
    }

    /** Whether the request is one for this route. */
    public static boolean takes(Request request) {
        return PATH.match(request.path()).isPresent();
    }

    /** A GET or POST; its body, if any, is not looked at. */
    public Response handle(Request request) {
        return METHODS.contains(request.method())
                ? push(request)
                : answer(405, "{\"ok\":false,\"msg\":\"only GET and POST are taken here\"}");
    }

    private Response push(Request request) {
        if (!rate.allows(clock.instant())) {
            return answer(429, "{\"ok\":false,\"msg\":\"too many calls; try again in a minute\"}");
        }
        Optional<Beat> beat = beat(request);
        if (beat.isEmpty()) {
            return answer(
                    400,
                    "{\"ok\":false,\"msg\":\"status is up or down, ping a number of"
                            + " milliseconds\"}");
        }
        boolean known =
                PATH.match(request.path())
                        .map(variables -> variables.getOrDefault("token", ""))
                        .filter(TOKEN.asMatchPredicate())
                        .filter(token -> beats.record(token, beat.get()))
                        .isPresent();
        return known
                ? answer(200, "{\"ok\":true}")
                : answer(404, "{\"ok\":false,\"msg\":\"there is no such heartbeat\"}");
    }

    private Optional<Beat> beat(Request request) {
        String status = request.query().getOrDefault("status", "up");
        String ping = request.query().getOrDefault("ping", "");
        var milliseconds = PING.matcher(ping);
        boolean sound = status.equals("up") || status.equals("down");
        if (!sound || !(ping.isEmpty() || milliseconds.matches())) {
            return Optional.empty();
        }
        return Optional.of(
                new Beat(
                        clock.instant(),
                        status.equals("up"),
                        request.query().getOrDefault("msg", ""),
                        ping.isEmpty()
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(milliseconds.group(1)))));
    }

    private static Response answer(int status, String json) {
        Map<String, String> headers =
                status == 405
                        ? Map.of("Content-Type", "application/json", "Allow", "GET, POST")
                        : Map.of("Content-Type", "application/json", "Cache-Control", "no-store");
        return new Response(status, headers, json.getBytes(StandardCharsets.UTF_8));
    }
}
