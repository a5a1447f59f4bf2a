package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.Table.Write;

/** The import that is under way, or that was the last. */
public final class ImportStore {
    private static final Table.Key KEY = new Table.Key("import", "state");
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** Each step takes seconds; whoever pauses for longer than this has gone away. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Table table;

    public ImportStore(Table table) {
        this.table = table;
    }

    /**
     * How far it is.
     *
     * @param id that its sender chose
     * @param done whether all of it is kept
     * @param at when its last step was taken
     */
    public record State(String id, boolean done, Instant at) {
        /** Whether the page waits for it. One that was given up does not stop it for ever. */
        public boolean isUnderWay(Instant now) {
            return !done && now.isBefore(at.plus(LONGEST_PAUSE));
        }
    }

    public Optional<State> find() {
        return table.get(KEY).map(Table.Item::document).map(ImportStore::decode);
    }

    public Write writing(State state) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("id", state.id()).put("done", state.done()).put("at", state.at().toString());
        Optional<Instant> expires = Optional.of(state.at().plus(REMEMBERED));
        return new Write.Put(
                new Table.Item(KEY, json.toString(), 0, expires), Table.Condition.ALWAYS);
    }

    private static State decode(String document) {
        Fields json = Fields.parse("import", document);
        State state = new State(json.text("id"), json.flag("done"), json.instant("at"));
        json.end();
        return state;
    }
}
