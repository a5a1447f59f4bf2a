package weservstatus.usecase;

import weservstatus.status.StatusSnapshot;
import weservstatus.verdict.ComponentStatus;

/**
 * The whole changed its status.
 *
 * @param id the same for every repeat of the same change, so that a receiver can tell repeats
 * @param before the status until now
 * @param snapshot what is true since then
 */
public record StatusChange(String id, ComponentStatus before, StatusSnapshot snapshot) {}
