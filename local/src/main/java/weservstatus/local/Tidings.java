package weservstatus.local;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import weservstatus.status.StatusSnapshot;
import weservstatus.usecase.StatusChange;
import weservstatus.usecase.Teller;
import weservstatus.verdict.OutageChange;

/**
 * Holds changes of the status back until the page shows them, then says each in one line. For one
 * thread at a time.
 */
final class Tidings implements Teller {
    private final Queue<String> held = new ArrayDeque<>();
    private final Consumer<String> notes;
    private boolean first = true;

    Tidings(Consumer<String> notes) {
        this.notes = notes;
    }

    @Override
    public void tell(StatusChange change) {
        held.add(change.before().label() + " → " + change.after().label());
    }

    /** Whatever becomes of an outage changes the whole too, but that changes are no news now. */
    @Override
    public void tell(OutageChange change) {
        if (change.kind() == OutageChange.Kind.UNSTABLE) {
            held.add(change.outage().component() + " is unstable");
        }
    }

    /** Says what was held back; the first time, what is true at all. */
    void release(StatusSnapshot now) {
        if (first) {
            first = false;
            notes.accept("first result: " + now.status().label());
        }
        while (!held.isEmpty()) {
            notes.accept(held.remove());
        }
    }
}
