package weservstatus.usecase;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.store.AuditEntry;
import weservstatus.store.AuditStore;
import weservstatus.store.Blobs;
import weservstatus.store.ExportLine;
import weservstatus.store.ImportStore;
import weservstatus.store.ImportStore.State;
import weservstatus.store.RawStore;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;

/**
 * Takes an export in, in two steps: first all parts are laid aside, each read and checked; then one
 * after the other is kept. Nothing is kept before everything is there and can be read, and what was
 * begun is finished by asking again: each step may be repeated. While it is under way, no review
 * publishes: readers see what was, and then all of it.
 */
public final class ImportSteps {
    public static final int MOST_PARTS = 10_000;

    private static final String FOLDER = "import/";

    /** Where what people said lies: an import never mixes with it. */
    private static final List<String> SAID =
            List.of("incident-log", "maintenance", "template", "override", "silence");

    private final Table table;
    private final Blobs blobs;
    private final ImportStore state;
    private final AuditStore audit;
    private final InstantSource clock;

    public ImportSteps(Table table, Blobs blobs, InstantSource clock) {
        this.table = table;
        this.blobs = blobs;
        this.state = new ImportStore(table);
        this.audit = new AuditStore(table);
        this.clock = clock;
    }

    /** What came of a step. */
    public sealed interface Result {
        /**
         * It is done.
         *
         * @param lines of the part
         */
        record Done(int lines) implements Result {}

        /** Something else lies there, or a part lacks. */
        record Refused(String reason) implements Result {}

        /** A line of the part cannot be read; from 1. */
        record Unreadable(int line, String reason) implements Result {}
    }

    /** Lays a part aside, in place of one of the same number; nothing when all of it is kept. */
    public Result lay(String id, int part, byte[] content) {
        if (isDone(id)) {
            return new Result.Done(0);
        }
        Optional<String> occupied = occupied(id);
        if (occupied.isPresent()) {
            return new Result.Refused(occupied.get());
        }
        List<ExportLine> lines = new ArrayList<>();
        Optional<Result> fault = read(new String(content, StandardCharsets.UTF_8), part, lines);
        if (fault.isPresent()) {
            return fault.get();
        }
        blobs.put(name(id, part), new Blobs.Blob(content, "application/x-ndjson"));
        return new Result.Done(lines.size());
    }

    /**
     * Keeps one part of what was laid aside; the first one begins, the last one ends it.
     *
     * @param part from 0
     * @param parts how many there are
     * @param who as the audit record has it
     */
    public Result keep(String id, int part, int parts, String who) {
        if (isDone(id)) {
            return new Result.Done(0);
        }
        Optional<State> mine = mine(id);
        if (part == 0 && mine.isEmpty()) {
            Optional<String> refused = occupied(id).or(() -> lacking(id, parts));
            if (refused.isPresent()) {
                return new Result.Refused(refused.get());
            }
            step(id, false, Optional.of(who));
        } else if (mine.isEmpty()) {
            return new Result.Refused("it was not begun: keep part 0 first");
        } else {
            step(id, false, Optional.empty());
        }
        Optional<Blobs.Blob> laid = blobs.get(name(id, part));
        if (laid.isEmpty()) {
            return new Result.Refused("part %d was not laid aside".formatted(part));
        }
        List<ExportLine> lines = new ArrayList<>();
        read(new String(laid.get().bytes(), StandardCharsets.UTF_8), part, lines);
        lines.forEach(this::keep);
        if (part == parts - 1) {
            step(id, true, Optional.of(who));
            blobs.list(FOLDER + id + "/").forEach(blobs::delete);
        }
        return new Result.Done(lines.size());
    }

    private Optional<State> mine(String id) {
        return state.find().filter(known -> known.id().equals(id));
    }

    private boolean isDone(String id) {
        return mine(id).filter(State::done).isPresent();
    }

    /** Why nothing may come in, if so; what this import itself brought is no reason. */
    private Optional<String> occupied(String id) {
        Optional<State> open = state.find().filter(known -> !known.done());
        if (open.isPresent()) {
            return open.filter(known -> !known.id().equals(id))
                    .map(known -> "import %s is not finished".formatted(known.id()));
        }
        boolean said =
                SAID.stream().anyMatch(part -> table.first(Table.Query.of(part)).isPresent());
        return said || blobs.get(RawStore.CHAIN).isPresent()
                ? Optional.of("the monitor is not empty: people said something, or a day is over")
                : Optional.empty();
    }

    private Optional<String> lacking(String id, int parts) {
        List<String> laid = blobs.list(FOLDER + id + "/");
        for (int part = 0; part < parts; part++) {
            if (!laid.contains(name(id, part))) {
                return Optional.of("part %d was not laid aside".formatted(part));
            }
        }
        return Optional.empty();
    }

    /** Beginning and end are recorded; the record of the end sets off the review of it all. */
    private void step(String id, boolean done, Optional<String> recorded) {
        Instant now = clock.instant();
        List<Write> writes = new ArrayList<>(List.of(state.writing(new State(id, done, now))));
        recorded.ifPresent(who -> writes.addAll(audit.writing(entry(id, done, who, now))));
        table.transact(writes);
    }

    private static AuditEntry entry(String id, boolean done, String who, Instant now) {
        return new AuditEntry(
                now,
                who,
                done ? "imported" : "import",
                "store",
                id,
                done ? 2 : 1,
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Result> read(String text, int part, List<ExportLine> into) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                ExportLine read = ExportLine.read(line);
                boolean head = read instanceof ExportLine.Head;
                if (head != (part == 0 && number == 1)) {
                    return Optional.of(
                            new Result.Unreadable(
                                    number, "only an export's first line is its head"));
                }
                into.add(read);
            } catch (ExportLine.Unreadable e) {
                return Optional.of(new Result.Unreadable(number, e.reason()));
            }
        }
        return Optional.empty();
    }

    private void keep(ExportLine line) {
        switch (line) {
            case ExportLine.Head ignored -> {}
            case ExportLine.OfItem one -> table.put(one.item(), Table.Condition.ALWAYS);
            case ExportLine.OfBlob one -> blobs.put(one.name(), whole(blobs, one));
        }
    }

    /** With the pieces before it; those behind it follow, also when they were there already. */
    public static Blobs.Blob whole(Blobs blobs, ExportLine.OfBlob line) {
        if (line.from() == 0) {
            return line.piece();
        }
        byte[] before = blobs.get(line.name()).map(Blobs.Blob::bytes).orElse(new byte[0]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before, 0, Math.min(before.length, line.from()));
        bytes.writeBytes(line.piece().bytes());
        return new Blobs.Blob(bytes.toByteArray(), line.piece().contentType());
    }

    private static String name(String id, int part) {
        return FOLDER + id + "/" + part;
    }
}
