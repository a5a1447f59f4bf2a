package weservstatus.status;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Lack;
import weservstatus.check.Location;
import weservstatus.check.Target;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.observe.Secrets;
import weservstatus.observe.Side;
import weservstatus.status.CheckReport.Rhythm;
import weservstatus.status.CheckReport.Seen;
import weservstatus.status.CheckReports.Instance;
import weservstatus.verdict.CheckVerdict;
import weservstatus.verdict.Sighting;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Verdict;

/** Tells of each check what it is and what came of it, from what the verdict was made of. */
public final class CheckReporting {
    /** Results of one location: enough to see whether the last one was alone. */
    private static final int MOST_OF_A_LOCATION = 3;

    private final Catalogue catalogue;
    private final Map<CheckId, CheckVerdict> verdicts;
    private final Sightings sightings;

    private CheckReporting(Catalogue catalogue, Verdict verdict, List<Round> rounds) {
        this.catalogue = catalogue;
        this.verdicts =
                verdict.checks().stream()
                        .collect(Collectors.toMap(CheckVerdict::check, Function.identity()));
        this.sightings = Sightings.of(catalogue, rounds);
    }

    /**
     * All checks but those that stand in for others that run.
     *
     * @param rounds those that the verdict was made of
     */
    public static CheckReports of(Catalogue catalogue, Verdict verdict, List<Round> rounds) {
        CheckReporting reporting = new CheckReporting(catalogue, verdict, rounds);
        return new CheckReports(
                catalogue.targets().stream().map(CheckReporting::instance).toList(),
                catalogue.checks().stream()
                        .filter(check ->
                                reporting.verdicts.containsKey(check.id())
                                        || catalogue.lack(check).isPresent())
                        .map(reporting::report)
                        .toList());
    }

    private static Instance instance(Target target) {
        return new Instance(target.id().value(), target.url(), target.origin());
    }

    private CheckReport report(Check check) {
        Optional<CheckVerdict> verdict = Optional.ofNullable(verdicts.get(check.id()));
        return new CheckReport(
                check.id().value(),
                check.name(),
                check.why(),
                check.component(),
                QuestionWords.of(check, catalogue.target(check.target())),
                rhythm(check),
                verdict.map(found -> found.state().label()).orElse(CheckReport.OFF),
                verdict.flatMap(CheckVerdict::since),
                catalogue.lack(check).map(CheckReporting::words),
                catalogue.locations().stream()
                        .flatMap(location -> seen(check, location).stream())
                        .toList());
    }

    private Rhythm rhythm(Check check) {
        return new Rhythm(
                check.schedule().interval(catalogue.pace().round()),
                check.timeout(),
                check.slowAfter(),
                check.vital(),
                check.cachePath());
    }

    private List<Seen> seen(Check check, Location location) {
        return sightings.of(check.id()).stream()
                .filter(sighting -> sighting.location().equals(location.id()))
                .sorted(
                        Comparator.comparing(
                                        (Sighting sighting) -> sighting.observation().started())
                                .reversed())
                .limit(MOST_OF_A_LOCATION)
                .map(sighting -> seen(location, sighting))
                .toList();
    }

    private static Seen seen(Location location, Sighting sighting) {
        Observation observation = sighting.observation();
        Optional<Failure> failure = observation.failure();
        return new Seen(
                location.id().value(),
                location.name(),
                observation.started(),
                sighting.number() > 0,
                observation.result().label(),
                observation.side().map(Side::label).orElse(""),
                failure.map(why -> why.reason().name()).orElse(""),
                failure.map(Failure::message).map(Secrets.NAMED::hidden).orElse(""),
                observation.status(),
                observation.phases(),
                observation.evidence().map(Object::toString),
                observation.certificateEnds());
    }

    private static String words(Lack lack) {
        return switch (lack) {
            case ORIGIN -> "There is no public folder with the test card.";
            case TLS -> "The service is not reached over TLS.";
            case FAMILY -> "The service has no address of that family.";
            case NAME -> "The service is not known by a public name.";
        };
    }
}
