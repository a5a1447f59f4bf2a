package weservstatus.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line of an export, a JSON object without its end of line. */
public sealed interface ExportLine {
    String FORMAT = "weserv-status export";
    int VERSION = 1;

    JsonMapper JSON = JsonMapper.shared();

    /** What every export begins with. */
    record Head() implements ExportLine {
        @Override
        public String text() {
            return JSON.createObjectNode().put("format", FORMAT).put("v", VERSION).toString();
        }
    }

    /** An item of the table. */
    record OfItem(Table.Item item) implements ExportLine {
        @Override
        public String text() {
            ObjectNode json = JSON.createObjectNode();
            json.put("partition", item.key().partition());
            json.put("sort", item.key().sort());
            json.put("version", item.version());
            item.expires().ifPresent(at -> json.put("expires", at.toString()));
            json.put("document", item.document());
            return json.toString();
        }
    }

    /**
     * A file, or a piece of one.
     *
     * @param from how many bytes come before these
     */
    record OfBlob(String name, Blobs.Blob piece, int from) implements ExportLine {
        @Override
        public String text() {
            ObjectNode json = JSON.createObjectNode().put("blob", name);
            json.put("type", piece.contentType());
            if (from > 0) {
                json.put("from", from);
            }
            json.put("base64", Base64.getEncoder().encodeToString(piece.bytes()));
            return json.toString();
        }
    }

    String text();

    /** What is no line of an export; the message says why. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unreadable(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /**
     * What a line says.
     *
     * @throws Unreadable when it is none
     */
    static ExportLine read(String line) {
        JsonNode json = parsed(line);
        if (json.has("format")) {
            return head(json);
        }
        Set<String> known =
                json.has("blob")
                        ? Set.of("blob", "type", "from", "base64")
                        : Set.of("partition", "sort", "version", "expires", "document");
        if (!known.containsAll(json.propertyNames())) {
            throw new Unreadable("it has a field that is not known");
        }
        try {
            return json.has("blob") ? blob(json) : item(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(e.toString());
        }
    }

    private static JsonNode parsed(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new Unreadable("it is no JSON");
        }
        throw new Unreadable("it is no JSON object");
    }

    private static ExportLine head(JsonNode json) {
        if (!json.path("format").asString("").equals(FORMAT)
                || json.path("v").asInt(0) != VERSION) {
            throw new Unreadable("it is no export of version " + VERSION);
        }
        return new Head();
    }

    private static ExportLine blob(JsonNode json) {
        byte[] bytes = Base64.getDecoder().decode(text(json, "base64"));
        String name = Blobs.requireName(text(json, "blob"));
        int from = json.has("from") ? number(json, "from").intValue() : 0;
        return new OfBlob(name, new Blobs.Blob(bytes, text(json, "type")), from);
    }

    private static ExportLine item(JsonNode json) {
        Optional<Instant> expires =
                json.has("expires")
                        ? Optional.of(Instant.parse(text(json, "expires")))
                        : Optional.empty();
        Table.Key key = new Table.Key(text(json, "partition"), text(json, "sort"));
        if (!Partitions.isKept(key.partition())) {
            throw new Unreadable("no export holds " + key.partition());
        }
        long version = number(json, "version").longValue();
        return new OfItem(new Table.Item(key, text(json, "document"), version, expires));
    }

    private static Number number(JsonNode json, String field) {
        if (!json.path(field).isIntegralNumber() || json.path(field).longValue() < 0) {
            throw new Unreadable(field + " is no number");
        }
        return json.path(field).longValue();
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isString()) {
            throw new Unreadable(field + " is no text");
        }
        return json.path(field).stringValue();
    }
}
