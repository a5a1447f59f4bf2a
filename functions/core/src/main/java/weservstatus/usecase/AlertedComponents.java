package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Alert;
import weservstatus.incident.AlertDoor;
import weservstatus.incident.AlertStates;
import weservstatus.store.AuditEntry;
import weservstatus.store.AuditStore;
import weservstatus.store.Codec;
import weservstatus.store.NamedStore;
import weservstatus.store.OverrideJson;
import weservstatus.store.OverrideStore;
import weservstatus.store.Stored;
import weservstatus.store.Table;
import weservstatus.store.Table.Write;
import weservstatus.verdict.ComponentOverride;

/** Lets components be what alerts say, each change with its audit record in one transaction. */
final class AlertedComponents {
    private static final Codec<ComponentOverride> CODEC = new OverrideJson();

    private final NamedStore<ComponentOverride> store;
    private final AuditStore audit;
    private final InstantSource clock;

    AlertedComponents(Table table, InstantSource clock) {
        this.store = OverrideStore.in(table);
        this.audit = new AuditStore(table);
        this.clock = clock;
    }

    /** Whether all of it was written; false when others were quicker. */
    boolean follow(AlertDoor door, Alert.Group group) {
        Instant now = clock.instant();
        List<Stored<ComponentOverride>> before = store.all();
        List<ComponentOverride> said = before.stream().map(Stored::value).toList();
        return new AlertStates(door)
                .decide(said, group, now).stream()
                        .allMatch(wish -> write(find(before, wish.id()), wish.after(), now));
    }

    private static Optional<Stored<ComponentOverride>> find(
            List<Stored<ComponentOverride>> before, String id) {
        return before.stream().filter(one -> one.value().id().equals(id)).findFirst();
    }

    private boolean write(
            Optional<Stored<ComponentOverride>> before,
            Optional<ComponentOverride> after,
            Instant now) {
        return store.write(ComponentOverride::id, before, after, recorded(before, after, now));
    }

    /** That it lasts longer is no news. */
    private List<Write> recorded(
            Optional<Stored<ComponentOverride>> before,
            Optional<ComponentOverride> after,
            Instant now) {
        boolean same =
                before.map(one -> one.value().status())
                        .equals(after.map(ComponentOverride::status));
        ComponentOverride about = after.or(() -> before.map(Stored::value)).orElseThrow();
        return same
                ? List.of()
                : audit.writing(
                        new AuditEntry(
                                now,
                                about.who(),
                                action(before, after),
                                "override",
                                about.id(),
                                before.map(Stored::version).orElse(0L) + 1,
                                before.map(Stored::value).map(CODEC::encode),
                                after.map(CODEC::encode)));
    }

    private static String action(
            Optional<Stored<ComponentOverride>> before, Optional<ComponentOverride> after) {
        if (before.isEmpty()) {
            return "begin";
        }
        return after.isEmpty() ? "remove" : "change";
    }
}
