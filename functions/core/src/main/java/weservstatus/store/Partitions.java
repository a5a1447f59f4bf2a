package weservstatus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.check.Location;

/**
 * Which partitions of the table an export holds. Left out are the addresses of subscribers, who
 * gave them to one page alone, and what is only of use for a moment: receipts, claims and messages
 * on their way.
 */
public final class Partitions {
    private static final List<String> LEFT_OUT =
            List.of("subscription", "receipt", "confirm#", "outbox-pending", "outbox-open");

    private static final List<String> OF_LOCATIONS =
            List.of("round#", "backoff#", "calibration#", "looks#");

    private static final List<String> OTHERS =
            List.of(
                    "audit",
                    "audit-last",
                    "beat",
                    "day",
                    "hour",
                    "incident",
                    "incident-log",
                    "incident-merged",
                    "maintenance",
                    "outbox",
                    "outbox-clock",
                    "outbox-memory",
                    "outbox-record",
                    "override",
                    "silence",
                    "template");

    /** What a review makes of all the rest, so that these come in last. */
    private static final List<String> LAST = List.of("review", "snapshot");

    private Partitions() {}

    /** Whether an export holds items of this partition. */
    public static boolean isKept(String partition) {
        return LEFT_OUT.stream().noneMatch(partition::startsWith);
    }

    /** All that a monitor of these locations writes and an export holds, in its order. */
    public static List<String> kept(Catalogue catalogue) {
        List<String> all = new ArrayList<>(OTHERS);
        OF_LOCATIONS.forEach(prefix ->
                catalogue.locations().stream()
                        .map(Location::id)
                        .forEach(location -> all.add(prefix + location)));
        return Stream.concat(all.stream(), LAST.stream()).toList();
    }
}
