package weservstatus.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A reader of Statuspage v2 that believes nothing: a key that is missing, unknown or at another
 * place, a wrong type, a null or a word that the contract does not know are all faults. Written
 * from the contract, knows nothing of the writer.
 */
final class StatuspageSchema {
    private static final String COMPONENT_WORDS =
            "operational|degraded_performance|partial_outage|major_outage|under_maintenance";

    private static final String INCIDENT_WORDS =
            "investigating|identified|monitoring|resolved|postmortem";
    private static final String MAINTENANCE_WORDS = "scheduled|in_progress|verifying|completed";
    private static final String INCIDENT_KEYS =
            "id name status created_at updated_at monitoring_at resolved_at impact shortlink started_at page_id incident_updates components";

    private static final Rule TIME =
            text("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)");
    private static final Rule ID = text("[a-z0-9]{12}");
    private static final Rule ANY_TEXT = new Rule("text", JsonNode::isString);
    private static final Rule URL = text("https?://[^\\s]+");
    private static final Rule FLAG = new Rule("boolean", JsonNode::isBoolean);
    private static final Rule POSITION =
            new Rule("integer from 1", node -> node.isInt() && node.asInt() >= 1);
    private static final Rule NULL = new Rule("null", JsonNode::isNull);

    private final List<String> faults = new ArrayList<>();

    record Rule(String what, Predicate<JsonNode> test) {
        Rule orNull() {
            return new Rule(what + " or null", node -> node.isNull() || test.test(node));
        }
    }

    static List<String> faultsOfSummary(JsonNode document) {
        StatuspageSchema schema = new StatuspageSchema();
        schema.keys(
                "",
                document,
                "page",
                "components",
                "incidents",
                "scheduled_maintenances",
                "status");
        schema.page(document.path("page"));
        schema.each("components", document.path("components"), schema::component);
        schema.each("incidents", document.path("incidents"), schema::unresolvedIncident);
        schema.each("scheduled", document.path("scheduled_maintenances"), schema::maintenance);
        schema.status(document.path("status"));
        schema.references(document.path("components"), document.path("page").path("id"));
        return schema.faults;
    }

    static List<String> faultsOfStatus(JsonNode document) {
        StatuspageSchema schema = new StatuspageSchema();
        schema.keys("", document, "page", "status");
        schema.page(document.path("page"));
        schema.status(document.path("status"));
        return schema.faults;
    }

    static List<String> faultsOfComponents(JsonNode document) {
        StatuspageSchema schema = new StatuspageSchema();
        schema.keys("", document, "page", "components");
        schema.page(document.path("page"));
        schema.each("components", document.path("components"), schema::component);
        schema.references(document.path("components"), document.path("page").path("id"));
        return schema.faults;
    }

    static List<String> faultsOfIncidents(JsonNode document, boolean unresolved) {
        StatuspageSchema schema = new StatuspageSchema();
        schema.keys("", document, "page", "incidents");
        schema.page(document.path("page"));
        schema.each(
                "incidents",
                document.path("incidents"),
                unresolved ? schema::unresolvedIncident : schema::incident);
        return schema.faults;
    }

    static List<String> faultsOfMaintenances(JsonNode document, String statuses) {
        StatuspageSchema schema = new StatuspageSchema();
        schema.keys("", document, "page", "scheduled_maintenances");
        schema.page(document.path("page"));
        schema.each(
                "maintenances",
                document.path("scheduled_maintenances"),
                (path, work) -> {
                    schema.maintenance(path, work);
                    schema.check(path, work, "status", text(statuses));
                });
        return schema.faults;
    }

    private static Rule text(String pattern) {
        return new Rule(pattern, node -> node.isString() && node.stringValue().matches(pattern));
    }

    private void page(JsonNode page) {
        keys("page", page, "id", "name", "url", "time_zone", "updated_at");
        check("page", page, "id", ID);
        check("page", page, "name", ANY_TEXT);
        check("page", page, "url", URL);
        check("page", page, "time_zone", text("[A-Za-z_]+(/[A-Za-z_+-]+)*"));
        check("page", page, "updated_at", TIME);
    }

    private void status(JsonNode status) {
        keys("status", status, "indicator", "description");
        check("status", status, "indicator", text("none|minor|major|critical|maintenance"));
        check(
                "status",
                status,
                "description",
                text(
                        "All Systems Operational|Minor Service Outage|Partially Degraded Service|"
                                + "Partial System Outage|Major (Service|System) Outage|"
                                + "Service Under Maintenance"));
    }

    private void component(String path, JsonNode component) {
        boolean isGroup = component.path("group").asBoolean(false);
        List<String> keys =
                new ArrayList<>(
                        List.of(
                                "id name status created_at updated_at position description showcase start_date group_id page_id group only_show_if_degraded"
                                        .split(" ")));
        if (isGroup) {
            keys.add("components");
            each(path + ".components", component.path("components"), this::id);
        }
        keys(path, component, keys.toArray(String[]::new));
        check(path, component, "id", ID);
        check(path, component, "name", ANY_TEXT);
        check(path, component, "status", text(COMPONENT_WORDS));
        check(path, component, "created_at", TIME);
        check(path, component, "updated_at", TIME);
        check(path, component, "position", POSITION);
        check(path, component, "description", ANY_TEXT.orNull());
        check(path, component, "showcase", FLAG);
        check(path, component, "start_date", text("\\d{4}-\\d\\d-\\d\\d").orNull());
        check(path, component, "group_id", isGroup ? NULL : ID.orNull());
        check(path, component, "page_id", ID);
        check(path, component, "group", FLAG);
        check(path, component, "only_show_if_degraded", FLAG);
    }

    private void id(String path, JsonNode id) {
        require(path, id, ID);
    }

    private void unresolvedIncident(String path, JsonNode incident) {
        incident(path, incident);
        check(path, incident, "status", text("investigating|identified|monitoring"));
        check(path, incident, "resolved_at", NULL);
    }

    private void incident(String path, JsonNode incident) {
        keys(path, incident, INCIDENT_KEYS.split(" "));
        check(path, incident, "status", text(INCIDENT_WORDS));
        check(path, incident, "impact", text("none|minor|major|critical"));
        common(path, incident, INCIDENT_WORDS);
    }

    private void maintenance(String path, JsonNode work) {
        keys(path, work, (INCIDENT_KEYS + " scheduled_for scheduled_until").split(" "));
        check(path, work, "status", text(MAINTENANCE_WORDS));
        check(path, work, "impact", text("maintenance"));
        check(path, work, "scheduled_for", TIME);
        check(path, work, "scheduled_until", TIME);
        common(path, work, MAINTENANCE_WORDS);
    }

    private void common(String path, JsonNode incident, String words) {
        check(path, incident, "id", ID);
        check(path, incident, "name", ANY_TEXT);
        List.of("created_at", "updated_at", "started_at")
                .forEach(key -> check(path, incident, key, TIME));
        check(path, incident, "monitoring_at", TIME.orNull());
        check(path, incident, "resolved_at", TIME.orNull());
        check(path, incident, "shortlink", URL);
        check(path, incident, "page_id", ID);
        each(
                path + ".updates",
                incident.path("incident_updates"),
                (at, update) -> update(at, update, words, incident.path("id")));
        each(path + ".components", incident.path("components"), this::component);
        newestFirst(path, incident.path("incident_updates"));
    }

    private void update(String path, JsonNode update, String words, JsonNode incident) {
        keys(
                path,
                update,
                "id status body incident_id created_at updated_at display_at affected_components deliver_notifications custom_tweet tweet_id"
                        .split(" "));
        check(path, update, "id", ID);
        faults(!update.path("incident_id").equals(incident), path + " is of another incident");
        check(path, update, "status", text(words));
        check(path, update, "body", ANY_TEXT);
        List.of("created_at", "updated_at", "display_at")
                .forEach(key -> check(path, update, key, TIME));
        if (!update.path("affected_components").isNull()) {
            each(path + ".affected", update.path("affected_components"), this::affected);
            faults(update.path("affected_components").isEmpty(), path + " affects nothing");
        }
        check(path, update, "deliver_notifications", FLAG);
        check(path, update, "custom_tweet", ANY_TEXT.orNull());
        check(path, update, "tweet_id", ANY_TEXT.orNull());
    }

    private void affected(String path, JsonNode affected) {
        keys(path, affected, "code", "name", "old_status", "new_status");
        check(path, affected, "code", ID);
        check(path, affected, "name", ANY_TEXT);
        check(path, affected, "old_status", text(COMPONENT_WORDS));
        check(path, affected, "new_status", text(COMPONENT_WORDS));
    }

    private void newestFirst(String path, JsonNode updates) {
        List<String> times =
                updates.values().stream().map(node -> node.path("created_at").asString()).toList();
        if (!times.equals(times.stream().sorted((a, b) -> b.compareTo(a)).toList())) {
            faults.add(path + ": updates are not newest first");
        }
    }

    /** Ids are unique, groups and leaves name each other, and positions count from 1. */
    private void references(JsonNode components, JsonNode pageId) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode component : components) {
            String id = component.path("id").asString();
            faults(!ids.add(id), id + " is there twice");
            faults(!component.path("page_id").equals(pageId), id + " is of another page");
            if (component.path("group").asBoolean()) {
                children(components, component);
            }
        }
        positions(components, "");
    }

    private void children(JsonNode components, JsonNode group) {
        String id = group.path("id").asString();
        List<String> named =
                group.path("components").values().stream().map(JsonNode::asString).toList();
        List<String> leaves =
                components.values().stream()
                        .filter(node -> parent(node).equals(id))
                        .map(node -> node.path("id").asString())
                        .toList();
        faults(!named.equals(leaves), id + " names " + named + " but " + leaves + " name it");
        positions(components, id);
    }

    private void positions(JsonNode components, String group) {
        List<Integer> positions =
                components.values().stream()
                        .filter(node -> parent(node).equals(group))
                        .map(node -> node.path("position").asInt())
                        .toList();
        for (int index = 0; index < positions.size(); index++) {
            faults(positions.get(index) != index + 1, group + " has the positions " + positions);
        }
    }

    private static String parent(JsonNode component) {
        JsonNode group = component.path("group_id");
        return group.isNull() ? "" : group.asString();
    }

    private void keys(String path, JsonNode node, String... wanted) {
        List<String> present = List.copyOf(node.propertyNames());
        faults(!present.equals(Arrays.asList(wanted)), path + " has the keys " + present);
    }

    private void check(String path, JsonNode parent, String key, Rule rule) {
        require(path + "." + key, parent.path(key), rule);
    }

    private void require(String path, JsonNode node, Rule rule) {
        faults(!rule.test().test(node), path + " is not " + rule.what() + " but " + node);
    }

    private void each(String path, JsonNode array, ItemCheck check) {
        faults(!array.isArray(), path + " is no array");
        for (int index = 0; index < array.size(); index++) {
            check.check(path + "[" + index + "]", array.get(index));
        }
    }

    private void faults(boolean isFault, String message) {
        if (isFault) {
            faults.add(message);
        }
    }

    @FunctionalInterface
    private interface ItemCheck {
        void check(String path, JsonNode node);
    }
}
