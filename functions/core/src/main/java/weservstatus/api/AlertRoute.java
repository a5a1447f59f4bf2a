package weservstatus.api;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import weservstatus.incident.Alert;
import weservstatus.incident.AlertDoor;
import weservstatus.usecase.ReceiveAlerts;

/**
 * {@code POST /api/v1/alerts/TOKEN}: where Alertmanagers call, in the form of their webhook,
 * version 4. The token is repeated nowhere.
 */
public final class AlertRoute {
    static final PathTemplate PATH = new PathTemplate("/api/v1/alerts/{token}");

    /** Of all callers together; an Alertmanager calls once per group and group_interval. */
    private static final int MOST_A_MINUTE = 300;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    private final ReceiveAlerts alerts;
    private final InstantSource clock;
    private final CallRate rate = new CallRate(MOST_A_MINUTE);

    public AlertRoute(ReceiveAlerts alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Whether the request is one for this route. */
    public static boolean takes(Request request) {
        return PATH.match(request.path()).isPresent();
    }

    /** Answers 200, 503 when it must be repeated, or says what is wrong. */
    public Response handle(Request request) {
        if (!request.method().equals("POST")) {
            return answer(405, "only POST is taken here");
        }
        if (!rate.allows(clock.instant())) {
            return answer(429, "too many calls; try again in a minute");
        }
        Optional<AlertDoor> door =
                PATH.match(request.path())
                        .map(variables -> variables.getOrDefault("token", ""))
                        .filter(TOKEN.asMatchPredicate())
                        .flatMap(alerts::door);
        return door.map(one -> receive(one, request))
                .orElseGet(() -> answer(404, "there is no such Alertmanager"));
    }

    private Response receive(AlertDoor door, Request request) {
        Optional<Alert.Group> group = AlertmanagerWebhook.read(request.body());
        if (group.isEmpty()) {
            return answer(400, "this is no message of an Alertmanager's webhook, version 4");
        }
        return alerts.receive(door, group.get())
                ? answer(200, "taken")
                : answer(503, "somebody else was quicker; try again");
    }

    private static Response answer(int status, String message) {
        Map<String, String> headers =
                status == 405
                        ? Map.of("Content-Type", "application/json", "Allow", "POST")
                        : Map.of("Content-Type", "application/json", "Cache-Control", "no-store");
        String json = "{\"message\":\"" + message + "\"}";
        return new Response(status, headers, json.getBytes(StandardCharsets.UTF_8));
    }
}
