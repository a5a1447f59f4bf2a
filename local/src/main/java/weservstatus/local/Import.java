package weservstatus.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import weservstatus.store.Blobs;
import weservstatus.store.Table;

/** Reads what {@link Export} wrote into a folder that is empty. */
public final class Import {
    private static final Set<String> ITEM =
            Set.of("partition", "sort", "version", "expires", "document");
    private static final Set<String> BLOB = Set.of("blob", "type", "base64");

    private final SqliteTable table;
    private final Blobs blobs;
    private int number;

    private Import(SqliteTable table, Blobs blobs) {
        this.table = table;
        this.blobs = blobs;
    }

    /** A line that is none of an export; the message names it. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(int line, String reason) {
            super("line " + line + ": " + reason + "; give what `export` wrote");
        }
    }

    /**
     * Reads all of it.
     *
     * @return how many lines there were below the head
     * @throws DataFolderTaken when a monitor has the folder, or something is in it
     * @throws Unreadable at the first line that cannot be read
     */
    public static int read(Path folder, InstantSource clock, BufferedReader in) {
        try (DataFolder taken = DataFolder.open(folder);
                SqliteTable table = SqliteTable.open(taken.database(), clock)) {
            if (!table.partitions().isEmpty()) {
                throw new DataFolderTaken(folder, "is not empty");
            }
            return new Import(table, taken.blobs()).all(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int all(BufferedReader in) throws IOException {
        head(parsed(Optional.ofNullable(in.readLine()).orElse("")));
        Optional<String> line = Optional.ofNullable(in.readLine());
        while (line.isPresent()) {
            keep(parsed(line.get()));
            line = Optional.ofNullable(in.readLine());
        }
        return number - 1;
    }

    private JsonNode parsed(String line) {
        number++;
        try {
            JsonNode json = Export.JSON.readTree(line);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new Unreadable(number, "it is no JSON");
        }
        throw new Unreadable(number, "it is no JSON object");
    }

    private void head(JsonNode head) {
        if (!head.path("format").asString("").equals(Export.FORMAT)
                || head.path("v").asInt(0) != Export.VERSION) {
            throw new Unreadable(number, "it is no export of version " + Export.VERSION);
        }
    }

    private void keep(JsonNode json) {
        Set<String> known = json.has("blob") ? BLOB : ITEM;
        if (!known.containsAll(json.propertyNames())) {
            throw new Unreadable(number, "it has a field that is not known");
        }
        try {
            if (json.has("blob")) {
                keepBlob(json);
            } else {
                keepItem(json);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(number, e.toString());
        }
    }

    private void keepBlob(JsonNode json) {
        byte[] bytes = Base64.getDecoder().decode(text(json, "base64"));
        String name = Blobs.requireName(text(json, "blob"));
        blobs.put(name, new Blobs.Blob(bytes, text(json, "type")));
    }

    private void keepItem(JsonNode json) {
        Optional<Instant> expires =
                json.has("expires")
                        ? Optional.of(Instant.parse(text(json, "expires")))
                        : Optional.empty();
        Table.Key key = new Table.Key(text(json, "partition"), text(json, "sort"));
        if (!json.path("version").isIntegralNumber()) {
            throw new Unreadable(number, "version is no number");
        }
        long version = json.path("version").longValue();
        Table.Item item = new Table.Item(key, text(json, "document"), version, expires);
        if (!table.put(item, Table.Condition.ABSENT)) {
            throw new Unreadable(number, "it is there twice");
        }
    }

    private String text(JsonNode json, String field) {
        if (!json.path(field).isString()) {
            throw new Unreadable(number, field + " is no text");
        }
        return json.path(field).stringValue();
    }
}
