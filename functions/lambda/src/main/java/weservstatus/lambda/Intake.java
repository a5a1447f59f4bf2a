package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.api.PushRoute;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.check.Catalogue;
import weservstatus.store.BeatStore;
import weservstatus.store.Table;
import weservstatus.usecase.RecordBeat;

/** What strangers send: heartbeats of targets. It may write nothing else. */
final class Intake {
    private static final Response NOTHING =
            new Response(
                    404,
                    Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                    "{\"ok\":false,\"msg\":\"nothing is taken here\"}"
                            .getBytes(StandardCharsets.UTF_8));

    private final Configuration configuration;
    private final Function<String, Optional<String>> environment;
    private final Ports ports;
    private final Table table;
    private final InstantSource clock;
    private Optional<Door> door = Optional.empty();

    /** The way in for one version of the configuration; counts its callers. */
    private record Door(String version, PushRoute push) {}

    /**
     * @param environment where tokens of heartbeats are found that status.yaml names
     */
    Intake(
            Configuration configuration,
            Function<String, Optional<String>> environment,
            Ports ports,
            InstantSource clock) {
        this.configuration = configuration;
        this.environment = environment;
        this.ports = ports;
        this.table = ports.table();
        this.clock = clock;
    }

    /** The path is not logged, for it holds the caller's token. */
    Response answer(Request request, String requestId) {
        Instant started = clock.instant();
        Response response = PushRoute.takes(request) ? push().handle(request) : NOTHING;
        ports.log(
                LogLine.ofRun("intake", requestId, started, clock.instant())
                        .with("method", request.method())
                        .with("status", response.status())
                        .text());
        return response;
    }

    private PushRoute push() {
        Catalogue current = configuration.current();
        Door open =
                door.filter(known -> known.version().equals(configuration.version()))
                        .orElseGet(() -> new Door(configuration.version(), push(current)));
        door = Optional.of(open);
        return open.push();
    }

    private PushRoute push(Catalogue catalogue) {
        return new PushRoute(new RecordBeat(catalogue, environment, new BeatStore(table)), clock);
    }
}
