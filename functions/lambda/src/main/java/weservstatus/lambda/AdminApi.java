package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import weservstatus.api.Operations;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.api.Routes;
import weservstatus.check.ComponentId;
import weservstatus.store.Table;
import weservstatus.usecase.Administration;
import weservstatus.usecase.TopicAudience;

/** The admin API. API Gateway has checked the signature and names the caller. */
final class AdminApi {
    private final Configuration configuration;
    private final Ports ports;
    private final Table table;
    private final Optional<TopicAudience> audience;
    private final InstantSource clock;

    AdminApi(Configuration configuration, Ports ports, InstantSource clock) {
        this.configuration = configuration;
        this.ports = ports;
        this.table = ports.table();
        this.audience = ports.audience();
        this.clock = clock;
    }

    Response answer(Request request, String requestId) {
        Instant started = clock.instant();
        Response response = ApiEvent.tooLarge(request).orElseGet(() -> done(request));
        ports.log(
                LogLine.ofRun("admin", requestId, started, clock.instant())
                        .with("method", request.method())
                        .with("path", request.path())
                        .with("caller", request.caller().orElse(""))
                        .with("status", response.status())
                        .text());
        return response;
    }

    /** A component that there is, for a rehearsal to speak of. */
    ComponentId anyComponent() {
        return configuration.current().components().getFirst().id();
    }

    private Response done(Request request) {
        Administration services =
                Administration.over(configuration.current(), table, ports.blobs(), clock);
        Administration all = audience.map(services::with).orElse(services);
        return new Operations<>(Routes.ADMIN, all).handle(request);
    }
}
