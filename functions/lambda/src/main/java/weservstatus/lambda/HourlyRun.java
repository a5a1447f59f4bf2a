package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import weservstatus.check.Catalogue;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.RollUp;

/** Finishes days and months, once for each hour that the scheduler names. */
final class HourlyRun {
    private final Configuration configuration;
    private final ReviewStores stores;
    private final Ports ports;
    private final InstantSource clock;

    HourlyRun(Configuration configuration, Ports ports, InstantSource clock) {
        Table table = ports.table();
        Blobs blobs = ports.blobs();
        this.configuration = configuration;
        this.stores = ReviewStores.over(table, blobs);
        this.ports = ports;
        this.clock = clock;
    }

    /**
     * Returns the line that it logs.
     *
     * @param due when the run was due; the same in every repeat of one event
     */
    String run(Instant due, String requestId) {
        Instant started = clock.instant();
        Catalogue catalogue = configuration.current();
        boolean done = new RollUp(catalogue, stores, clock).run(due);
        String line =
                LogLine.ofRun("rollup", requestId, started, clock.instant())
                        .with("configuration", configuration.version())
                        .with("due", due.toString())
                        .with("deed", done ? "done" : "repeated")
                        .text();
        ports.log(line);
        return line;
    }
}
