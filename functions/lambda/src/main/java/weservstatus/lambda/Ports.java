package weservstatus.lambda;

import weservstatus.check.Page;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Teller;

/** The outside as the functions use it. A part is made only when a function asks for it. */
interface Ports {
    Table table();

    Blobs blobs();

    Teller teller();

    /**
     * A prober that asks in the name of this page.
     *
     * @param page whose address the User-Agent names
     */
    Prober prober(Page page);

    /** Takes one line of JSON for the function's log. */
    void log(String line);
}
