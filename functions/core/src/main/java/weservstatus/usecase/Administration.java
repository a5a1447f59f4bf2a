package weservstatus.usecase;

import java.time.InstantSource;
import weservstatus.check.Catalogue;
import weservstatus.store.Table;

/** All that administrators do, over one table. */
public record Administration(Catalogue catalogue, AdministerIncidents incidents) {
    public static Administration over(Catalogue catalogue, Table table, InstantSource clock) {
        return new Administration(catalogue, new AdministerIncidents(catalogue, table, clock));
    }
}
