package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.store.NamedStore;
import weservstatus.store.OverrideJson;
import weservstatus.store.OverrideStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.usecase.Desk.Decision;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentOverride.Speaker;

/** What people say that components are: one word for each component, with an end. */
public final class AdministerOverrides {
    private final Catalogue catalogue;
    private final NamedStore<ComponentOverride> store;
    private final Desk<ComponentOverride> desk;
    private final InstantSource clock;

    public AdministerOverrides(Catalogue catalogue, Table table, InstantSource clock) {
        this.catalogue = catalogue;
        this.store = OverrideStore.in(table);
        this.clock = clock;
        this.desk =
                new Desk<>(
                        new Desk.Kind<>(
                                "override",
                                new OverrideJson(),
                                store::find,
                                (before, after, also) ->
                                        store.write(ComponentOverride::id, before, after, also)),
                        table,
                        clock);
    }

    public List<Stored<ComponentOverride>> all() {
        return store.all();
    }

    public Optional<Stored<ComponentOverride>> find(String id) {
        return store.find(id);
    }

    /** Lets the component be that until then. */
    public Outcome begin(ComponentId component, OverrideWish wish, Mandate mandate) {
        Instant now = clock.instant();
        List<FieldFault> faults =
                new ArrayList<>(IncidentFaults.unknown(catalogue, "component", Set.of(component)));
        faults.addAll(until(wish.until(), now));
        if (!faults.isEmpty()) {
            return new Outcome.Unfit(faults);
        }
        ComponentOverride said =
                new ComponentOverride(
                        component.value(),
                        component,
                        wish.status(),
                        now,
                        wish.until(),
                        wish.reason(),
                        Speaker.PERSON,
                        mandate.who());
        return desk.create("begin", said.id(), said, mandate);
    }

    /** Another status, end or reason; what an alert says, only that alert changes. */
    public Outcome change(String id, OverrideEdit wish, Mandate mandate) {
        Instant now = clock.instant();
        return desk.change("change", id, mandate, before -> changed(before, wish, now));
    }

    /** What is seen counts again. */
    public Outcome end(String id, Mandate mandate) {
        return desk.remove(id, mandate);
    }

    private static Decision<ComponentOverride> changed(
            ComponentOverride before, OverrideEdit wish, Instant now) {
        return switch (before.by()) {
            case ALERT ->
                    Decision.unfit(
                            "status",
                            "an alert says so, and would say so again",
                            "set the component yourself: that comes first");
            case PERSON -> {
                List<FieldFault> faults =
                        wish.until().map(until -> until(until, now)).orElse(List.of());
                yield faults.isEmpty()
                        ? Decision.fit(wish.of(before))
                        : new Decision.Unfit<>(faults);
            }
        };
    }

    private static List<FieldFault> until(Instant until, Instant now) {
        boolean fit = until.isAfter(now) && !until.isAfter(now.plus(ComponentOverride.LONGEST));
        return fit
                ? List.of()
                : List.of(
                        new FieldFault(
                                "until",
                                "it lies in the past, or more than 7 days ahead",
                                "give a time within 7 days"));
    }
}
