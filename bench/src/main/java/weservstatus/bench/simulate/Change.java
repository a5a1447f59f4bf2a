package weservstatus.bench.simulate;

import java.time.Instant;

/** From then on the rule tells people this. */
record Change(Instant at, boolean down) {}
