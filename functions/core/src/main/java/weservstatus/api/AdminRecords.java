package weservstatus.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.AuditEntry;
import weservstatus.store.AuditStore;
import weservstatus.usecase.Administration;

/** What administrators read about what they do: the audit record and the description. */
final class AdminRecords {
    private static final WholeNumber LIMIT = new WholeNumber("limit", 1, 100, 20);
    private static final JsonMapper JSON = JsonMapper.shared();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", "/api/v1/admin/audit", Trust.ADMIN, AdminRecords::audit),
                    Operation.of(
                            "GET",
                            "/api/v1/admin/openapi.json",
                            Trust.ADMIN,
                            AdminRecords::description));

    private AdminRecords() {}

    private static Response audit(Administration admin, Asked asked) {
        AuditStore.Page page = admin.audit().newest(asked.number(LIMIT), asked.parameter("after"));
        ObjectNode json = JSON.createObjectNode();
        ArrayNode entries = json.putArray("entries");
        page.entries().forEach(entry -> write(entry, entries.addObject()));
        page.next().ifPresent(next -> json.put("next", next));
        return Replies.json(200, json, Map.of());
    }

    private static Response description(Administration admin, Asked asked) {
        try (InputStream stream =
                Objects.requireNonNull(
                        AdminRecords.class.getResourceAsStream("admin-openapi.json"))) {
            return Replies.json(200, JSON.readTree(stream), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(AuditEntry entry, ObjectNode json) {
        json.put("at", entry.at().toString());
        json.put("who", entry.who());
        json.put("action", entry.action());
        json.put("kind", entry.kind());
        json.put("id", entry.id());
        json.put("version", entry.version());
        entry.before().ifPresent(before -> json.set("before", JSON.readTree(before)));
        entry.after().ifPresent(after -> json.set("after", JSON.readTree(after)));
    }
}
