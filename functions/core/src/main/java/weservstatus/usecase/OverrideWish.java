package weservstatus.usecase;

import java.time.Instant;
import weservstatus.verdict.ComponentStatus;

/**
 * What somebody wants to be said of a component.
 *
 * @param status anything but unknown
 * @param reason one line for visitors
 */
public record OverrideWish(ComponentStatus status, Instant until, String reason) {}
