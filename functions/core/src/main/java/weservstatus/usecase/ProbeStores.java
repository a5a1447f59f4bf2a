package weservstatus.usecase;

import java.util.function.Consumer;
import weservstatus.store.BackOffStore;
import weservstatus.store.BeatStore;
import weservstatus.store.LookStore;
import weservstatus.store.RoundStore;
import weservstatus.store.Table;
import weservstatus.store.UnreadableDocument;

/** Where probing reads from and writes to. */
public record ProbeStores(
        RoundStore rounds, BackOffStore backOffs, BeatStore beats, LookStore looks) {

    /** All of them over one table. */
    public static ProbeStores over(Table table) {
        return over(new RoundStore(table), table);
    }

    /**
     * The same, where one round that cannot be read does not hide all others.
     *
     * @param unreadable hears of such rounds
     */
    public static ProbeStores over(Table table, Consumer<? super UnreadableDocument> unreadable) {
        return over(new RoundStore(table, unreadable), table);
    }

    private static ProbeStores over(RoundStore rounds, Table table) {
        return new ProbeStores(
                rounds, new BackOffStore(table), new BeatStore(table), new LookStore(table));
    }
}
