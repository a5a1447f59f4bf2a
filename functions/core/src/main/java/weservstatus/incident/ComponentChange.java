package weservstatus.incident;

import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

/** What an update says of one component. */
public record ComponentChange(
        ComponentId component, ComponentStatus before, ComponentStatus after) {}
