package weservstatus.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import weservstatus.store.Blobs;
import weservstatus.store.ExportLine;
import weservstatus.store.Table;
import weservstatus.usecase.ImportSteps;

/** Reads what {@link Export} wrote into a folder that is empty. */
public final class Import {
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

    /** What export wrote, from its first line each time. */
    @FunctionalInterface
    public interface Source {
        BufferedReader open() throws IOException;
    }

    /**
     * Reads all of it twice: nothing is kept before every line was found to be good.
     *
     * @return how many lines there were below the head
     * @throws DataFolderTaken when a monitor has the folder, or something is in it
     * @throws Unreadable at the first line that cannot be read
     */
    public static int read(Path folder, InstantSource clock, Source source) {
        try (DataFolder taken = DataFolder.open(folder);
                SqliteTable table = SqliteTable.open(taken.database(), clock)) {
            if (!table.partitions().isEmpty()) {
                throw new DataFolderTaken(folder, "is not empty");
            }
            try (BufferedReader in = source.open()) {
                new Import(table, taken.blobs()).all(in, line -> {});
            }
            try (BufferedReader in = source.open()) {
                Import kept = new Import(table, taken.blobs());
                return kept.all(in, kept::keep);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int all(BufferedReader in, Consumer<ExportLine> use) throws IOException {
        if (!(read(Optional.ofNullable(in.readLine()).orElse("")) instanceof ExportLine.Head)) {
            throw new Unreadable(number, "it is no export of version " + ExportLine.VERSION);
        }
        Optional<String> line = Optional.ofNullable(in.readLine());
        while (line.isPresent()) {
            use.accept(below(line.get()));
            line = Optional.ofNullable(in.readLine());
        }
        return number - 1;
    }

    private ExportLine read(String line) {
        number++;
        try {
            return ExportLine.read(line);
        } catch (ExportLine.Unreadable e) {
            throw new Unreadable(number, e.reason());
        }
    }

    private ExportLine below(String line) {
        ExportLine read = read(line);
        if (read instanceof ExportLine.Head) {
            throw new Unreadable(number, "only an export's first line is its head");
        }
        return read;
    }

    private void keep(ExportLine line) {
        switch (line) {
            case ExportLine.Head ignored -> {}
            case ExportLine.OfItem one -> keepItem(one.item());
            case ExportLine.OfBlob one -> blobs.put(one.name(), ImportSteps.whole(blobs, one));
        }
    }

    private void keepItem(Table.Item item) {
        if (!table.put(item, Table.Condition.ABSENT)) {
            throw new Unreadable(number, "it is there twice");
        }
    }
}
