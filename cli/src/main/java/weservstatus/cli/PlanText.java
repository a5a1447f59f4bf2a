package weservstatus.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weservstatus.check.Budget;
import weservstatus.check.Check;
import weservstatus.check.Location;
import weservstatus.check.Parameter;
import weservstatus.config.Durations;
import weservstatus.config.HourPlan;
import weservstatus.text.TextTable;
import weservstatus.time.Slot;

/** A plan for people: turns, requests and coverage as tables. */
final class PlanText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final HourPlan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanText(HourPlan plan) {
        this.plan = plan;
    }

    static String of(HourPlan plan) {
        return new PlanText(plan).text();
    }

    private String text() {
        lines.add("Every round: " + ids(everyRound()));
        for (Location location : plan.catalogue().locations()) {
            lines.add("");
            lines.add("Beside that, location " + location.id() + " (times in UTC):");
            lines.addAll(turns(location));
            lines.add("");
            lines.addAll(requests(location));
        }
        lines.add("");
        plan.costs().forEach(cost -> lines.add(cost(cost)));
        lines.add("");
        lines.addAll(coverage());
        lines.add("");
        lines.add(verdict());
        return String.join("\n", lines) + "\n";
    }

    private List<Check> everyRound() {
        return plan.catalogue().active().stream().filter(check -> !rotates(check)).toList();
    }

    private boolean rotates(Check check) {
        var round = plan.catalogue().pace().round();
        return check.schedule().interval(round).compareTo(round) > 0;
    }

    private List<String> turns(Location location) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TIME", "CHECKS"));
        for (HourPlan.Turn turn : plan.turns(location)) {
            List<Check> rotating = turn.checks().stream().filter(this::rotates).toList();
            if (!rotating.isEmpty()) {
                rows.add(List.of(time(turn.slot()), ids(rotating)));
            }
        }
        return new TextTable(rows).lines();
    }

    private List<String> requests(Location location) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TEN MINUTES FROM", "UNCACHED", "CACHED", "NEITHER"));
        for (HourPlan.Requests ten : plan.requests(location)) {
            rows.add(
                    List.of(
                            time(ten.from()),
                            String.valueOf(ten.uncached()),
                            String.valueOf(ten.cached()),
                            String.valueOf(ten.none())));
        }
        return new TextTable(rows).lines();
    }

    private static String cost(HourPlan.Cost cost) {
        String scheduled =
                "Target %s: in any %s each location sends at most %d uncached requests by its turns"
                        .formatted(
                                cost.target().id(),
                                Durations.format(Budget.WINDOW),
                                cost.busiest());
        return cost.reserve()
                .map(reserve ->
                        "%s and %d to ask again, of a budget of %d%s"
                                .formatted(
                                        scheduled,
                                        reserve,
                                        cost.target().budget().orElseThrow().requests(),
                                        cost.isKept() ? "." : ": TOO MUCH."))
                .orElse(scheduled + ", and nobody counts.");
    }

    private List<String> coverage() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PARAMETER", "SEEN AT LEAST EVERY", "BY"));
        for (HourPlan.Coverage coverage : plan.coverage()) {
            rows.add(
                    List.of(
                            coverage.parameter().label(),
                            coverage.gap().map(Durations::format).orElse("never")
                                    + remark(coverage),
                            ids(coverage.checks())));
        }
        return new TextTable(rows).lines();
    }

    private static String remark(HourPlan.Coverage coverage) {
        if (!coverage.isKept()) {
            return " TOO SELDOM";
        }
        return switch (coverage.parameter().standing()) {
            case DOCUMENTED -> "";
            case DIFFERS -> " (versions differ)";
            case UNDOCUMENTED -> " (not documented)";
        };
    }

    private String verdict() {
        long documented =
                plan.coverage().stream()
                        .filter(each ->
                                each.parameter().standing() == Parameter.Standing.DOCUMENTED)
                        .count();
        long missed = plan.coverage().stream().filter(each -> !each.isKept()).count();
        String budget =
                plan.costs().stream().allMatch(HourPlan.Cost::isKept)
                        ? "The budget is kept"
                        : "The budget is NOT kept";
        return "%s; %d of %d documented parameters are proven at least every %s."
                .formatted(
                        budget,
                        documented - missed,
                        documented,
                        Durations.format(HourPlan.COVERAGE));
    }

    private static String time(Slot slot) {
        return TIME.format(slot.start());
    }

    private static String ids(List<Check> checks) {
        return checks.stream().map(check -> check.id().value()).collect(Collectors.joining(" "));
    }
}
