package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import weservstatus.store.Blobs;
import weservstatus.store.ExportLine;
import weservstatus.store.Partitions;
import weservstatus.store.Table;
import weservstatus.usecase.ExportPages;

/**
 * Everything that a data folder keeps, line by line: a head, then each item of the table and each
 * file as one JSON object; {@link Partitions} says what is left out.
 */
public final class Export {
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
            line(out, new ExportLine.Head());
            return items(table, out) + blobs(DataFolder.blobs(folder), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int items(SqliteTable table, Appendable out) throws IOException {
        int lines = 0;
        for (String partition : table.partitions()) {
            if (Partitions.isKept(partition)) {
                for (Table.Item item : table.list(Table.Query.of(partition))) {
                    line(out, new ExportLine.OfItem(item));
                    lines++;
                }
            }
        }
        return lines;
    }

    private static int blobs(Blobs blobs, Appendable out) throws IOException {
        int lines = 0;
        for (String name : blobs.list("").stream().filter(ExportPages::isKept).toList()) {
            var blob = blobs.get(name);
            if (blob.isPresent()) {
                line(out, new ExportLine.OfBlob(name, blob.get(), 0));
                lines++;
            }
        }
        return lines;
    }

    private static void line(Appendable out, ExportLine line) throws IOException {
        out.append(line.text()).append('\n');
    }
}
