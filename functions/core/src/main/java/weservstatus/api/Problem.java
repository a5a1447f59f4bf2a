package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.usecase.FieldFault;

/**
 * Why something was not done: a problem of RFC 9457.
 *
 * @param name what sort of problem, for programs; the end of its {@code type}
 * @param title a sentence for people
 * @param faults of single fields, may be empty
 * @param more members of this sort of problem alone
 */
public record Problem(
        int status, String name, String title, List<FieldFault> faults, Map<String, String> more) {
    private static final String TYPES = "urn:weserv-status:problem:";
    private static final JsonMapper JSON = JsonMapper.shared();

    public Problem {
        faults = List.copyOf(faults);
        more = Map.copyOf(more);
    }

    static Problem of(int status, String name, String title) {
        return new Problem(status, name, title, List.of(), Map.of());
    }

    /** Fields that cannot be used; all of them at once. */
    static Problem unfit(List<FieldFault> faults) {
        return new Problem(422, "unfit", "Some fields cannot be used", faults, Map.of());
    }

    static Problem unfit(int status, String name, FieldFault fault) {
        return new Problem(status, name, fault.reason(), List.of(fault), Map.of());
    }

    Problem with(Map<String, String> members) {
        return new Problem(status, name, title, faults, members);
    }

    Response response() {
        return response(Map.of());
    }

    Response response(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(Replies.ALWAYS);
        all.putAll(headers);
        all.put("Content-Type", "application/problem+json");
        return new Response(status, all, JSON.writeValueAsBytes(document()));
    }

    private ObjectNode document() {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", TYPES + name);
        json.put("title", title);
        json.put("status", status);
        new TreeMap<>(more).forEach(json::put);
        ArrayNode errors = json.putArray("errors");
        for (FieldFault fault : faults) {
            ObjectNode error = errors.addObject();
            error.put("field", fault.field());
            error.put("reason", fault.reason());
            error.put("remedy", fault.remedy());
        }
        return json;
    }
}
