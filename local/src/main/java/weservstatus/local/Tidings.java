package weservstatus.local;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import weservstatus.status.StatusSnapshot;
import weservstatus.usecase.StatusChange;
import weservstatus.usecase.Teller;

/**
 * Holds changes of the status back until the page shows them, then says each in one line. For one
 * thread at a time.
 */
final class Tidings implements Teller {
    private final Queue<StatusChange> held = new ArrayDeque<>();
    private final Consumer<String> notes;
    private boolean first = true;

    Tidings(Consumer<String> notes) {
        this.notes = notes;
    }

    @Override
    public void tell(StatusChange change) {
        held.add(change);
    }

    /** Says what was held back; the first time, what is true at all. */
    void release(StatusSnapshot now) {
        if (first) {
            first = false;
            notes.accept("first result: " + now.status().label());
        }
        while (!held.isEmpty()) {
            StatusChange change = held.remove();
            notes.accept(change.before().label() + " → " + change.after().label());
        }
    }
}
