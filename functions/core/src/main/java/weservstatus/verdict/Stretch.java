package weservstatus.verdict;

import weservstatus.time.Interval;

/** A component had this status during the whole interval. */
public record Stretch(Interval interval, ComponentStatus status) {}
