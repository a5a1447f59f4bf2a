package weservstatus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weservstatus.check.Catalogue;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.config.HourPlan;
import weservstatus.time.Slot;

/** Says what an hour of the monitor asks, what that costs and what it proves. */
@Command(
        name = "plan",
        description =
                "Prints who asks what in the coming hour, the requests in ten minutes, and which"
                        + " parameters of the service are proven how often.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the budget is kept, and every documented parameter is proven at least hourly",
            "1:one of the two is not so",
            "2:bad options or configuration"
        })
final class PlanCommand implements Callable<Integer> {
    private static final int MOST_LOCATIONS = 30;

    @Mixin private TargetOptions options = new TargetOptions();

    @Option(
            names = "--locations",
            paramLabel = "N",
            description = "As if there were so many places; those of the configuration by default.")
    private Optional<Integer> locations = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    private final Surroundings surroundings;

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Catalogue loaded = options.load(surroundings.home());
        Catalogue catalogue =
                locations.map(count -> loaded.withLocations(places(loaded, count))).orElse(loaded);
        Slot first = Slot.containing(surroundings.clock().instant(), catalogue.pace().round());
        HourPlan plan = new HourPlan(catalogue, first);
        surroundings.out().print(json ? PlanJson.of(plan) : PlanText.of(plan));
        surroundings.out().flush();
        return plan.isKept() ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private static List<Location> places(Catalogue catalogue, int count) {
        if (count < 1 || count > MOST_LOCATIONS) {
            throw new BadInput(
                    "--locations: %d is not a number from 1 to %d; write one of this range"
                            .formatted(count, MOST_LOCATIONS));
        }
        List<Location> places =
                new ArrayList<>(
                        catalogue
                                .locations()
                                .subList(0, Math.min(count, catalogue.locations().size())));
        while (places.size() < count) {
            int number = places.size() + 1;
            places.add(new Location(new LocationId("place-" + number), "Place " + number));
        }
        return places;
    }
}
