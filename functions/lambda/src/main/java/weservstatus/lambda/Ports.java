package weservstatus.lambda;

import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.observe.Answer;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Teller;

/** The outside as the functions use it. A part is made only when a function asks for it. */
interface Ports {
    Table table();

    Blobs blobs();

    Teller teller();

    Confirmer confirmer();

    /**
     * A prober that asks in the name of this page.
     *
     * @param page whose address the User-Agent names
     */
    Prober prober(Page page);

    /** How an answer's picture differs from what the check computes, as PNG where it can be. */
    Optional<byte[]> difference(Check check, Answer answer);

    /** Takes one line of JSON for the function's log. */
    void log(String line);
}
