package weservstatus.uptime;

import java.time.Instant;

/**
 * That a published figure is not any more what it was.
 *
 * @param before what it was made from when it was first published
 * @param at when it changed last
 */
public record Revision(Tally before, Instant at) {}
