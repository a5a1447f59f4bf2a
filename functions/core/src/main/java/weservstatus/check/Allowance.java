package weservstatus.check;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one address may send to one target beside what waits for nothing, so that no ten minutes see
 * more than the budget. What was sent and what will be sent anyway both count.
 *
 * @param now when the rest would be sent
 * @param sent what was sent, each by the latest moment at which it may have been
 * @param planned what will be sent whatever is decided now, each by the earliest moment
 */
public record Allowance(Budget budget, Instant now, List<Requests> sent, List<Requests> planned) {

    /** So many uncached requests. */
    public record Requests(Instant at, int count) {}

    public Allowance {
        sent = List.copyOf(sent);
        planned = List.copyOf(planned);
    }

    /** How many more may be sent now; below 0 where what is planned is too much already. */
    public int room() {
        Instant last = now.plus(Budget.WINDOW);
        return Stream.concat(Stream.of(now), planned.stream().map(Requests::at))
                .filter(end -> end.isBefore(last))
                .mapToInt(end -> budget.requests() - within(end))
                .min()
                .orElseThrow();
    }

    /** In the ten minutes that end then. */
    private int within(Instant end) {
        Instant start = end.minus(Budget.WINDOW);
        return count(sent.stream().filter(each -> each.at().isAfter(start)))
                + count(planned.stream().filter(each -> !each.at().isAfter(end)));
    }

    private static int count(Stream<Requests> requests) {
        return requests.mapToInt(Requests::count).sum();
    }
}
