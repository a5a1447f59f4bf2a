package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.SnsText;
import weservstatus.notify.Subscription;
import weservstatus.usecase.AdministerSubscribers;
import weservstatus.usecase.Administration;
import weservstatus.usecase.FieldFault;
import weservstatus.usecase.TopicAudience.Member;

/** {@code /api/v1/admin/subscribers}: addresses that are told by mail, by whomever. */
final class AdminSubscribers {
    private static final String SUBSCRIBERS = "/api/v1/admin/subscribers";
    private static final String ONE = SUBSCRIBERS + "/{id}";
    private static final WholeNumber LIMIT = new WholeNumber("limit", 1, 200, 50);
    private static final JsonMapper JSON = JsonMapper.shared();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", SUBSCRIBERS, Trust.ADMIN, AdminSubscribers::list),
                    Operation.of("GET", ONE, Trust.ADMIN, AdminSubscribers::show),
                    Operation.of("DELETE", ONE, Trust.ADMIN, AdminSubscribers::erase));

    private AdminSubscribers() {}

    private static Response list(Administration admin, Asked asked) {
        int most = asked.number(LIMIT);
        AdministerSubscribers.Page page =
                admin.subscribers()
                        .list(asked.parameter("after").orElse(""), most)
                        .orElseThrow(AdminSubscribers::lost);
        ObjectNode json = JSON.createObjectNode();
        ArrayNode subscribers = json.putArray("subscribers");
        page.kept().forEach(one -> subscribers.add(view(one)));
        page.members().forEach(one -> subscribers.add(view(one)));
        page.next().ifPresent(next -> json.put("next", next));
        return Replies.json(200, json, Map.of());
    }

    private static Unacceptable lost() {
        return new Unacceptable(
                Problem.unfit(
                        400,
                        "bad-parameter",
                        new FieldFault("after", "no page begins there", "send next as it came")));
    }

    private static Response show(Administration admin, Asked asked) {
        AdministerSubscribers subscribers = admin.subscribers();
        String id = asked.variable("id");
        Optional<FieldFault> fault = subscribers.untouchable(id);
        if (fault.isPresent()) {
            return Problem.unfit(List.of(fault.get())).response();
        }
        return subscribers
                .find(id)
                .map(stored -> Replies.one(view(stored.value()), stored.version()))
                .or(() ->
                        subscribers
                                .told(id)
                                .map(stored -> Replies.one(view(stored.value()), stored.version())))
                .orElseGet(() -> Replies.missing("subscriber", id));
    }

    private static Response erase(Administration admin, Asked asked) {
        return Replies.outcome(
                admin.subscribers().remove(asked.variable("id"), asked.changing()),
                SUBSCRIBERS,
                document -> document);
    }

    private static ObjectNode view(Subscription subscription) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", subscription.id());
        json.put("address", subscription.address());
        json.put("via", "mail");
        json.put("pending", subscription.confirmed().isEmpty());
        json.put("asked", subscription.asked().toString());
        subscription.confirmed().ifPresent(at -> json.put("confirmed", at.toString()));
        write(subscription.components(), json);
        return json;
    }

    private static ObjectNode view(Member member) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", member.id());
        json.put("address", member.address());
        json.put("via", "topic");
        json.put("pending", member.isPending());
        if (!member.isPending()) {
            member.filterPolicy()
                    .ifPresentOrElse(policy -> filter(policy, json), () -> write(Set.of(), json));
        }
        return json;
    }

    /** As what a visitor chose; as it is where somebody wrote it otherwise. */
    private static void filter(String policy, ObjectNode json) {
        SnsText.chosen(policy)
                .ifPresentOrElse(
                        chosen -> write(chosen, json), () -> json.set("filter", raw(policy)));
    }

    private static JsonNode raw(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JacksonException notJson) {
            return JSON.getNodeFactory().stringNode(policy);
        }
    }

    private static void write(Set<ComponentId> chosen, ObjectNode json) {
        ArrayNode components = json.putArray("components");
        chosen.stream().sorted().forEach(id -> components.add(id.value()));
    }
}
