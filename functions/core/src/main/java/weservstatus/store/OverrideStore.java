package weservstatus.store;

import java.util.List;
import java.util.Optional;
import weservstatus.verdict.ComponentOverride;

/** What is said of components instead of what is seen; forgotten when it ends. */
public final class OverrideStore {
    private OverrideStore() {}

    public static NamedStore<ComponentOverride> in(Table table) {
        return new NamedStore<>(
                table, "override", new OverrideJson(), said -> Optional.of(said.until()));
    }

    /** All of them. */
    public static List<ComponentOverride> all(Table table) {
        return in(table).all().stream().map(Stored::value).toList();
    }
}
