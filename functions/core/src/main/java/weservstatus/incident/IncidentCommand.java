package weservstatus.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One change to one incident, wanted by the policy or by a person. */
public sealed interface IncidentCommand {
    IncidentId incident();

    /**
     * Opens it. Does nothing when it exists.
     *
     * @param first its first update
     */
    record Open(
            IncidentId incident,
            String title,
            Optional<Impact> impact,
            Author owner,
            Instant started,
            IncidentUpdate first,
            List<String> evidence)
            implements IncidentCommand {}

    /** Adds an update. Does nothing when one of that id is there. */
    record Say(IncidentId incident, IncidentUpdate update) implements IncidentCommand {}

    /** Keeps more evidence with it. */
    record Show(IncidentId incident, List<String> evidence) implements IncidentCommand {}

    /** It ended; the update says so. */
    record Resolve(IncidentId incident, Instant ended, IncidentUpdate update)
            implements IncidentCommand {}

    /** The monitor found it over, but a person has taken it over and has not said so. */
    record ProposeEnd(IncidentId incident, Instant ended, IncidentUpdate update)
            implements IncidentCommand {}

    /** What seemed over is not: the same incident goes on. */
    record Reopen(IncidentId incident, IncidentUpdate update) implements IncidentCommand {}

    /** A person answers for its words from now on. */
    record TakeOver(IncidentId incident, Author.Person person) implements IncidentCommand {}

    /** Another title, impact or times; absent fields stay. */
    record Edit(
            IncidentId incident,
            Optional<String> title,
            Optional<Impact> impact,
            Optional<Instant> started,
            Optional<Instant> ended)
            implements IncidentCommand {
        static Edit titled(IncidentId incident, String title) {
            return new Edit(
                    incident,
                    Optional.of(title),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Another text for an update that a person wrote. */
    record Reword(IncidentId incident, String update, String body, Instant at)
            implements IncidentCommand {}

    /** Somebody is at it. */
    record Acknowledge(IncidentId incident, Instant at) implements IncidentCommand {}

    /** Everything that {@code other} says becomes part of this one; the other ceases to be. */
    record Merge(IncidentId incident, IncidentId other) implements IncidentCommand {}
}
