package weservstatus.usecase;

import java.time.Instant;
import java.util.Optional;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentStatus;

/** What somebody wants changed of what is said of a component; absent stays as it is. */
public record OverrideEdit(
        Optional<ComponentStatus> status, Optional<Instant> until, Optional<String> reason) {
    ComponentOverride of(ComponentOverride before) {
        return new ComponentOverride(
                before.id(),
                before.component(),
                status.orElse(before.status()),
                before.begun(),
                until.orElse(before.until()),
                reason.orElse(before.reason()),
                before.by(),
                before.who());
    }
}
