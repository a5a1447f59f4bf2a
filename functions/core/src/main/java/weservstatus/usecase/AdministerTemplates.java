package weservstatus.usecase;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import weservstatus.incident.IncidentTemplate;
import weservstatus.store.NamedStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.TemplateJson;
import weservstatus.usecase.Desk.Decision;

/** What people do with templates. */
public final class AdministerTemplates {
    private final NamedStore<IncidentTemplate> store;
    private final Desk<IncidentTemplate> desk;

    public AdministerTemplates(Table table, InstantSource clock) {
        this.store =
                new NamedStore<>(
                        table, "template", new TemplateJson(), ignored -> Optional.empty());
        this.desk =
                new Desk<>(
                        new Desk.Kind<>(
                                "template",
                                new TemplateJson(),
                                store::find,
                                (before, after, also) ->
                                        store.write(IncidentTemplate::id, before, after, also)),
                        table,
                        clock);
    }

    public List<Stored<IncidentTemplate>> all() {
        return store.all();
    }

    public Optional<Stored<IncidentTemplate>> find(String id) {
        return store.find(id);
    }

    public Outcome create(IncidentTemplate template, Mandate mandate) {
        return desk.create("create", template.id(), template, mandate);
    }

    /** Another text, status or impact under the same id. */
    public Outcome change(String id, UnaryOperator<IncidentTemplate> how, Mandate mandate) {
        return desk.change("change", id, mandate, before -> Decision.fit(how.apply(before)));
    }

    public Outcome remove(String id, Mandate mandate) {
        return desk.remove(id, mandate);
    }
}
