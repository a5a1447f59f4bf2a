package weservstatus.usecase;

import weservstatus.store.BackOffStore;
import weservstatus.store.BeatStore;
import weservstatus.store.LookStore;
import weservstatus.store.RoundStore;
import weservstatus.store.Table;

/** Where probing reads from and writes to. */
public record ProbeStores(
        RoundStore rounds, BackOffStore backOffs, BeatStore beats, LookStore looks) {

    /** All of them over one table. */
    public static ProbeStores over(Table table) {
        return new ProbeStores(
                new RoundStore(table),
                new BackOffStore(table),
                new BeatStore(table),
                new LookStore(table));
    }
}
