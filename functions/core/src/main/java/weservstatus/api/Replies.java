package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.usecase.FieldFault;
import weservstatus.usecase.Outcome;

/** Answers to those who administer: kept in no cache, open to no other origin. */
final class Replies {
    static final Map<String, String> ALWAYS =
            Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RETRY_SECONDS = "1";

    private Replies() {}

    static Response json(int status, JsonNode document, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(ALWAYS);
        all.putAll(headers);
        all.put("Content-Type", "application/json; charset=utf-8");
        return new Response(status, all, JSON.writeValueAsBytes(document));
    }

    /** One thing with the tag that a change of it must name. */
    static Response one(JsonNode document, long version) {
        return json(200, document, Map.of("ETag", tag(version)));
    }

    static Response missing(String what, String id) {
        return Problem.of(404, "not-found", "There is no %s %s".formatted(what, Echo.of(id)))
                .response();
    }

    /**
     * What came of a change.
     *
     * @param place where the kind of thing lies, without the id
     * @param view what is shown of a stored document
     */
    static Response outcome(Outcome outcome, String place, View view) {
        return switch (outcome) {
            case Outcome.Done done -> done(done, place, view);
            case Outcome.Removed ignored -> new Response(204, ALWAYS, new byte[0]);
            case Outcome.Missing missing -> missing(missing.kind(), missing.id());
            case Outcome.Exists exists ->
                    Problem.unfit(
                                    409,
                                    "exists",
                                    new FieldFault(
                                            "id",
                                            "there is a %s %s already"
                                                    .formatted(exists.kind(), exists.id()),
                                            "choose another, or change that one"))
                            .response();
            case Outcome.Stale stale -> stale(stale);
            case Outcome.Unfit unfit -> Problem.unfit(unfit.faults()).response();
            case Outcome.KeyTaken ignored ->
                    Problem.unfit(
                                    422,
                                    "key-taken",
                                    new FieldFault(
                                            "Idempotency-Key",
                                            "it came with something else before",
                                            "send a new key for a new thing"))
                            .response();
            case Outcome.Busy ignored -> busy();
        };
    }

    static Response busy() {
        return Problem.of(503, "busy", "Others change the same at this moment; ask again")
                .response(Map.of("Retry-After", RETRY_SECONDS));
    }

    private static Response done(Outcome.Done done, String place, View view) {
        ObjectNode document = view.show((ObjectNode) JSON.readTree(done.document()));
        Map<String, String> headers = new TreeMap<>(Map.of("ETag", tag(done.version())));
        if (done.created()) {
            headers.put("Location", place + "/" + done.id());
        }
        return json(done.created() ? 201 : 200, document, headers);
    }

    private static Response stale(Outcome.Stale stale) {
        String who = stale.who().orElse("the monitor");
        String title =
                "It was changed meanwhile by %s%s; read it again"
                        .formatted(Echo.of(who), stale.at().map(at -> " at " + at).orElse(""));
        Map<String, String> more = new TreeMap<>(Map.of("changedBy", who));
        stale.at().ifPresent(at -> more.put("changedAt", at.toString()));
        return new Problem(412, "changed-meanwhile", title, List.of(), more)
                .response(Map.of("ETag", tag(stale.version())));
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** What is shown of a stored document. */
    @FunctionalInterface
    interface View {
        ObjectNode show(ObjectNode document);
    }
}
