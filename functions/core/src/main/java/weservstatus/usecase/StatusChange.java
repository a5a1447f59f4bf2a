package weservstatus.usecase;

import java.time.Instant;
import weservstatus.status.StatusSnapshot;
import weservstatus.verdict.ComponentStatus;

/**
 * The whole changed its status.
 *
 * @param id the same for every repeat of the same change, so that a receiver can tell repeats
 * @param before the status until then
 * @param after the status since then
 * @param at when the change was noticed
 * @param snapshot what is true when it is told; later than the change if telling it failed at first
 */
public record StatusChange(
        String id,
        ComponentStatus before,
        ComponentStatus after,
        Instant at,
        StatusSnapshot snapshot) {}
