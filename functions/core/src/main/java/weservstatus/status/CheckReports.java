package weservstatus.status;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the monitor asks, check by check, and what came of it lately.
 *
 * @param instances of the image service that are watched
 * @param checks in the order of status.yaml, also those that do not run
 */
public record CheckReports(List<Instance> instances, List<CheckReport> checks) {
    public static final CheckReports NONE = new CheckReports(List.of(), List.of());

    public CheckReports {
        instances = List.copyOf(instances);
        checks = List.copyOf(checks);
    }

    /**
     * One that is watched.
     *
     * @param origin folder of the test card; absent where there is none
     */
    public record Instance(String id, URI url, Optional<URI> origin) {}

    /** The check of this id. */
    public Optional<CheckReport> find(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The same once nothing of now is known any more. */
    CheckReports unseen() {
        return new CheckReports(instances, checks.stream().map(CheckReport::unseen).toList());
    }
}
