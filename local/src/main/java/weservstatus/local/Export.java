package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.Blobs;
import weservstatus.store.Table;

/**
 * Everything that a data folder keeps, line by line: a head, then each item of the table and each
 * blob as one JSON object. Left out are the addresses of subscribers, who gave them to one page
 * alone, and what is only of use for a moment: receipts, claims and messages on their way.
 */
public final class Export {
    static final String FORMAT = "weserv-status export";
    static final int VERSION = 1;

    static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> LEFT_OUT =
            List.of("subscription", "receipt", "confirm#", "outbox-pending", "outbox-open");

    private Export() {}

    /**
     * Writes it all; a monitor may run meanwhile.
     *
     * @return how many lines there are below the head
     * @throws DataFolderTaken when there is no database in the folder
     */
    public static int write(Path folder, InstantSource clock, Appendable out) {
        Path database = DataFolder.database(folder);
        if (!database.toFile().isFile()) {
            throw new DataFolderTaken(folder, "holds no data");
        }
        try (SqliteTable table = SqliteTable.open(database, clock)) {
            line(out, JSON.createObjectNode().put("format", FORMAT).put("v", VERSION));
            return items(table, out) + blobs(DataFolder.blobs(folder), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int items(SqliteTable table, Appendable out) throws IOException {
        int lines = 0;
        for (String partition : table.partitions()) {
            if (LEFT_OUT.stream().noneMatch(partition::startsWith)) {
                for (Table.Item item : table.list(Table.Query.of(partition))) {
                    line(out, json(item));
                    lines++;
                }
            }
        }
        return lines;
    }

    private static ObjectNode json(Table.Item item) {
        ObjectNode json = JSON.createObjectNode();
        json.put("partition", item.key().partition());
        json.put("sort", item.key().sort());
        json.put("version", item.version());
        item.expires().ifPresent(at -> json.put("expires", at.toString()));
        json.put("document", item.document());
        return json;
    }

    private static int blobs(Blobs blobs, Appendable out) throws IOException {
        int lines = 0;
        for (String name : blobs.list("")) {
            var blob = blobs.get(name);
            if (blob.isPresent()) {
                ObjectNode json = JSON.createObjectNode().put("blob", name);
                json.put("type", blob.get().contentType());
                json.put("base64", Base64.getEncoder().encodeToString(blob.get().bytes()));
                line(out, json);
                lines++;
            }
        }
        return lines;
    }

    private static void line(Appendable out, ObjectNode json) throws IOException {
        out.append(json.toString()).append('\n');
    }
}
