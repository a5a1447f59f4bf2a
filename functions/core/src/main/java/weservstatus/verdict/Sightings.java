package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.time.Slot;

/**
 * Observations by check, oldest first, each once however often its round was handed over. What
 * belongs to no active check or no location of the catalogue is left out.
 */
public final class Sightings {

    private record Key(LocationId location, Slot slot, int number) {}

    private final Map<CheckId, List<Sighting>> byCheck;

    private Sightings(Map<CheckId, List<Sighting>> byCheck) {
        this.byCheck = byCheck;
    }

    public static Sightings of(Catalogue catalogue, List<Round> rounds) {
        return until(catalogue, rounds, Instant.MAX);
    }

    /** Without what began after {@code last}. */
    static Sightings until(Catalogue catalogue, List<Round> rounds, Instant last) {
        Set<LocationId> places =
                catalogue.locations().stream().map(Location::id).collect(Collectors.toSet());
        Map<CheckId, List<Sighting>> byCheck = new HashMap<>();
        for (Check check : catalogue.active()) {
            byCheck.put(check.id(), new ArrayList<>());
        }
        for (Round round : rounds) {
            if (places.contains(round.location())) {
                add(round, last, byCheck);
            }
        }
        byCheck.replaceAll((check, sightings) -> distinct(sightings));
        return new Sightings(byCheck);
    }

    private static void add(Round round, Instant last, Map<CheckId, List<Sighting>> byCheck) {
        for (var observation : round.observations()) {
            List<Sighting> sightings = byCheck.get(observation.check());
            if (sightings != null && !observation.started().isAfter(last)) {
                sightings.add(
                        new Sighting(round.location(), round.slot(), round.number(), observation));
            }
        }
    }

    private static List<Sighting> distinct(List<Sighting> sightings) {
        sightings.sort(Sighting.BY_TIME);
        Set<Key> seen = new HashSet<>();
        return sightings.stream()
                .filter(s -> seen.add(new Key(s.location(), s.slot(), s.number())))
                .toList();
    }

    /** All sightings of the check, oldest first. */
    public List<Sighting> of(CheckId check) {
        return byCheck.getOrDefault(check, List.of());
    }

    /** All that these checks say about the service. */
    public List<Trial> trials(List<Check> checks) {
        return checks.stream()
                .flatMap(check -> of(check.id()).stream())
                .flatMap(seen -> Trial.of(seen).stream())
                .toList();
    }
}
