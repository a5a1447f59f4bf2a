package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.notify.Silence;
import weservstatus.store.SilenceJson;
import weservstatus.store.SilenceStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;
import weservstatus.text.ShortId;

/** What people do with silences: begin and end them. */
public final class AdministerSilences {
    /** A silence that nobody remembers hides the next outage too. */
    private static final Duration LONGEST = Duration.ofDays(30);

    /** A silence never changes. */
    private static final long ONLY_VERSION = 1;

    private final Catalogue catalogue;
    private final Table table;
    private final SilenceStore store;
    private final Desk<Silence> desk;
    private final InstantSource clock;

    public AdministerSilences(Catalogue catalogue, Table table, InstantSource clock) {
        this.catalogue = catalogue;
        this.table = table;
        this.store = new SilenceStore(table);
        this.clock = clock;
        this.desk =
                new Desk<>(
                        new Desk.Kind<>("silence", new SilenceJson(), this::find, this::write),
                        table,
                        clock);
    }

    public List<Silence> all() {
        return store.all();
    }

    public Optional<Stored<Silence>> find(String id) {
        return ShortId.isValid(id)
                ? store.find(id).map(silence -> new Stored<>(silence, ONLY_VERSION))
                : Optional.empty();
    }

    /** Keeps messages about these components back until then; about all, where none is named. */
    public Outcome begin(
            Set<ComponentId> components, Instant until, String reason, Mandate mandate) {
        Instant now = clock.instant();
        List<FieldFault> faults =
                new ArrayList<>(IncidentFaults.unknown(catalogue, "components", components));
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            faults.add(
                    new FieldFault(
                            "until",
                            "it lies in the past, or more than 30 days ahead",
                            "give a time within 30 days"));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Unfit(faults);
        }
        String id = ShortId.of("silence", mandate.identity());
        Silence silence = new Silence(id, components, until, reason, mandate.who());
        return desk.create("begin", id, silence, mandate);
    }

    public Outcome end(String id, Mandate mandate) {
        return desk.remove(id, mandate);
    }

    private boolean write(
            Optional<Stored<Silence>> before, Optional<Silence> after, List<Write> also) {
        List<Write> all = new ArrayList<>(also);
        after.ifPresent(silence -> all.add(store.writing(silence)));
        if (after.isEmpty()) {
            before.ifPresent(old -> all.add(store.removing(old.value().id())));
        }
        return table.transact(all);
    }
}
