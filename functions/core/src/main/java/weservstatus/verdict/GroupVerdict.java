package weservstatus.verdict;

import weservstatus.check.GroupId;

/** What is known about one group now. */
public record GroupVerdict(GroupId group, ComponentStatus status) {}
