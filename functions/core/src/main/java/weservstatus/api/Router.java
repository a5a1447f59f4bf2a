package weservstatus.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import weservstatus.api.Resource.Call;
import weservstatus.api.Resource.Sources;
import weservstatus.document.ErrorJson;
import weservstatus.document.PublishedDocuments;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Archive;

/** Answers every request of the public, read-only API. */
public final class Router {
    private final List<Route> routes;
    private final Supplier<Optional<PublishedDocuments>> published;
    private final Archive archive;
    private final Blobs blobs;
    private final InstantSource clock;

    /**
     * A router over {@link Routes#ALL}.
     *
     * @param published the newest documents, absent before the first round
     * @param table where months and incidents lie
     * @param blobs what is kept beside the documents
     * @param clock tells when documents are too old to be believed
     */
    public Router(
            Supplier<Optional<PublishedDocuments>> published,
            Table table,
            Blobs blobs,
            InstantSource clock) {
        this(Routes.ALL, published, new Archive(table, blobs), blobs, clock);
    }

    Router(
            List<Route> routes,
            Supplier<Optional<PublishedDocuments>> published,
            Archive archive,
            Blobs blobs,
            InstantSource clock) {
        this.routes = List.copyOf(routes);
        this.published = published;
        this.archive = archive;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Never fails for anything that a client sends. */
    public Response handle(Request request) {
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.path().match(request.path());
            if (variables.isPresent()) {
                return handle(request, route, variables.get());
            }
        }
        return Answers.error(
                request,
                new ErrorJson(
                        404,
                        "not_found",
                        "there is nothing at " + Echo.of(request.path()),
                        Optional.empty()),
                Map.of());
    }

    private Response handle(Request request, Route route, Map<String, String> variables) {
        return switch (request.method()) {
            case "GET", "HEAD" -> read(request, route, variables);
            case "OPTIONS" -> Answers.preflight();
            default -> Answers.methodNotAllowed(request);
        };
    }

    private Response read(Request request, Route route, Map<String, String> variables) {
        Optional<PublishedDocuments> documents = published.get();
        if (documents.isEmpty()) {
            return Answers.unavailable(request);
        }
        Call call = new Call(variables, request.query());
        Sources sources = new Sources(documents.get().at(clock.instant()), archive, blobs);
        return switch (route.resource().answer(sources, call)) {
            case Answer.Found(var document, var headers) ->
                    Answers.document(request, document, headers);
            case Answer.Refused(var error) -> Answers.error(request, error, Map.of());
        };
    }
}
