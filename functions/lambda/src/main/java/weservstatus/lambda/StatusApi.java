package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.api.Router;
import weservstatus.store.Blobs;
import weservstatus.store.SnapshotStore;
import weservstatus.usecase.Published;

/** The public API, answered from the latest snapshot. */
final class StatusApi {
    private final Router router;
    private final Ports ports;
    private final InstantSource clock;

    StatusApi(Ports ports, InstantSource clock) {
        Blobs blobs = ports.blobs();
        Published published = new Published(new SnapshotStore(ports.table(), blobs));
        this.router =
                new Router(
                        new SteadyDocuments(published, ports, clock), ports.table(), blobs, clock);
        this.ports = ports;
        this.clock = clock;
    }

    Response answer(Request request, String requestId) {
        Instant started = clock.instant();
        Response response = router.handle(request);
        ports.log(
                LogLine.ofRun("api", requestId, started, clock.instant())
                        .with("method", request.method())
                        .with("path", request.path())
                        .with("status", response.status())
                        .with("bytes", response.body().length)
                        .text());
        return response;
    }
}
