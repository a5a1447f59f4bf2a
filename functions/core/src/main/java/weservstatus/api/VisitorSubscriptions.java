package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.Subscription;
import weservstatus.usecase.FieldFault;

/** {@code /api/v1/subscriptions}: visitors who want to be told by mail. */
final class VisitorSubscriptions {
    private static final String ALL_OF_THEM = "/api/v1/subscriptions";
    private static final String ONE = ALL_OF_THEM + "/{token}";
    private static final int MOST_COMPONENTS = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final String RETRY_SECONDS = "3600";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Operation<Visitors> REQUEST =
            Operation.of("POST", ALL_OF_THEM, Trust.VISITOR, VisitorSubscriptions::request);

    /** What can be done where somebody else keeps the addresses. */
    static final List<Operation<Visitors>> WISH = List.of(REQUEST);

    static final List<Operation<Visitors>> ALL =
            List.of(
                    REQUEST,
                    Operation.of("GET", ONE, Trust.VISITOR, VisitorSubscriptions::show),
                    Operation.of("PUT", ONE, Trust.VISITOR, VisitorSubscriptions::choose),
                    Operation.of("DELETE", ONE, Trust.VISITOR, VisitorSubscriptions::end),
                    Operation.of(
                            "POST", ONE + "/confirm", Trust.VISITOR, VisitorSubscriptions::confirm),
                    Operation.of(
                            "POST",
                            ONE + "/unsubscribe",
                            Trust.VISITOR,
                            VisitorSubscriptions::end));

    private VisitorSubscriptions() {}

    /** The same answer for every address, known or not. */
    private static Response request(Visitors visitors, Asked asked) {
        if (!visitors.mayAsk(asked.request())) {
            return Problem.of(429, "too-many", "Too many wishes in this hour; try again later")
                    .response(Map.of("Retry-After", RETRY_SECONDS));
        }
        Form form = asked.form();
        String email = form.line("email", LONGEST_ADDRESS);
        Set<ComponentId> components = components(form);
        form.end();
        List<FieldFault> faults = visitors.wishes().request(email, components);
        if (!faults.isEmpty()) {
            return Problem.unfit(faults).response();
        }
        ObjectNode answer =
                JSON.createObjectNode()
                        .put(
                                "message",
                                "A mail is on its way to that address. Nothing more is sent until"
                                        + " the link in it is opened and confirmed.");
        return Replies.json(202, answer, Map.of());
    }

    private static Response show(Visitors visitors, Asked asked) {
        return visitors.subscriptions()
                .find(asked.variable("token"))
                .map(one -> Replies.json(200, view(one), Map.of()))
                .orElseGet(VisitorSubscriptions::missing);
    }

    private static Response confirm(Visitors visitors, Asked asked) {
        return visitors.subscriptions().confirm(asked.variable("token")) ? done() : missing();
    }

    private static Response choose(Visitors visitors, Asked asked) {
        Form form = asked.form();
        Set<ComponentId> components = components(form);
        form.end();
        Optional<List<FieldFault>> faults =
                visitors.subscriptions().choose(asked.variable("token"), components);
        return faults.map(found -> found.isEmpty() ? done() : Problem.unfit(found).response())
                .orElseGet(VisitorSubscriptions::missing);
    }

    /** Also by the one click of RFC 8058, whose body says nothing that is needed. */
    private static Response end(Visitors visitors, Asked asked) {
        visitors.subscriptions().end(asked.variable("token"));
        return done();
    }

    private static Set<ComponentId> components(Form form) {
        return Set.copyOf(
                form.maybeAll(
                                "components",
                                MOST_COMPONENTS,
                                ComponentId::new,
                                "the id of a component")
                        .orElse(List.of()));
    }

    private static ObjectNode view(Subscription one) {
        ObjectNode json = JSON.createObjectNode();
        json.put("email", one.masked());
        json.put("confirmed", one.confirmed().isPresent());
        ArrayNode components = json.putArray("components");
        one.components().stream().sorted().forEach(id -> components.add(id.value()));
        return json;
    }

    private static Response done() {
        return new Response(204, Replies.ALWAYS, new byte[0]);
    }

    /** Never repeats the token. */
    private static Response missing() {
        return Problem.of(404, "not-found", "There is no such subscription, or not any more")
                .response();
    }
}
