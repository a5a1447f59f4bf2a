package weservstatus.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weservstatus.check.Budget;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Component;
import weservstatus.check.DnsCheck;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Lack;
import weservstatus.check.Rota;
import weservstatus.check.Step;
import weservstatus.check.Target;
import weservstatus.check.TcpCheck;
import weservstatus.text.TextTable;

/** What a configuration would do, in words: the answer of {@code validate} to a good file. */
public final class Plan {
    private Plan() {}

    /** Several lines, with a closing line feed. */
    public static String describe(Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        lines.add(catalogue.page().name() + ": " + pace(catalogue));
        lines.add("Locations: " + locations(catalogue));
        lines.add("Control: " + catalogue.control().map(Object::toString).orElse("none"));
        for (Target target : catalogue.targets()) {
            lines.add("");
            lines.addAll(describe(catalogue, target));
        }
        lines.addAll(emptyComponents(catalogue));
        return String.join("\n", lines) + "\n";
    }

    private static String pace(Catalogue catalogue) {
        return "a round every "
                + Durations.format(catalogue.pace().round())
                + ", confirmed after "
                + Durations.format(catalogue.pace().confirmAfter())
                + ", grey after "
                + Durations.format(catalogue.pace().staleAfter());
    }

    private static String locations(Catalogue catalogue) {
        return catalogue.locations().stream()
                .map(location -> location.id() + " (" + location.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<String> describe(Catalogue catalogue, Target target) {
        List<Check> active = of(target, catalogue.active());
        List<String> lines = new ArrayList<>();
        lines.add("Target %s at %s: %s".formatted(target.id(), target.url(), running(active)));
        lines.addAll(table(active, catalogue));
        if (active.stream().anyMatch(Check::vital)) {
            lines.add("* vital: the page may be called down because of it");
        }
        for (Lack lack : Lack.values()) {
            lines.addAll(off(target, lack, of(target, catalogue.off(lack))));
        }
        lines.add("");
        lines.add(load(catalogue, target));
        return lines;
    }

    private static String load(Catalogue catalogue, Target target) {
        Rota rota = new Rota(catalogue);
        String load =
                "Uncached requests from each location: at most %d in 10 minutes"
                        .formatted(rota.load(target.id()).scheduled());
        return rota.reserve(target.id())
                .map(reserve ->
                        load
                                + "; "
                                + ofTheBudget(
                                        target.budget().orElseThrow(),
                                        reserve,
                                        rota.leftToAskAgain(target.id())))
                .orElse(load + ".");
    }

    private static String ofTheBudget(Budget budget, int reserve, int needed) {
        return reserve < needed
                ? "the budget of %d leaves too little to ask again: make \"every\" longer."
                        .formatted(budget.requests())
                : "the budget of %d leaves %d to ask again.".formatted(budget.requests(), reserve);
    }

    private static List<String> off(Target target, Lack lack, List<Check> off) {
        if (off.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(off(off) + ", because target " + target.id() + " " + reason(lack) + ":");
        lines.addAll(names(off));
        lines.add(remedy(lack));
        return lines;
    }

    private static String reason(Lack lack) {
        return switch (lack) {
            case ORIGIN -> "has no origin (a public folder that holds the test card)";
            case TLS -> "is plain http and has no certificate";
            case FAMILY -> "is given as an address of the other family or by a local name";
            case NAME -> "has no public name, so DNS need not know it";
        };
    }

    private static String remedy(Lack lack) {
        return switch (lack) {
            case ORIGIN -> "Add \"origin: URL\" to the target, or give --origin URL.";
            case TLS -> "Give the target an https URL, or remove their tls expectations.";
            case FAMILY -> "Give the target a URL with a public name, or change their family.";
            case NAME -> "Give the target a URL with a public name, or name one in their dns.";
        };
    }

    private static List<Check> of(Target target, List<Check> checks) {
        return checks.stream().filter(check -> check.target().equals(target.id())).toList();
    }

    private static String running(List<Check> checks) {
        return checks.size() == 1 ? "1 check would run" : checks.size() + " checks would run";
    }

    private static String off(List<Check> checks) {
        return checks.size() == 1 ? "1 check is off" : checks.size() + " checks are off";
    }

    private static List<String> names(List<Check> checks) {
        return checks.stream().map(check -> "  " + check.id() + " (" + check.name() + ")").toList();
    }

    private static List<String> table(List<Check> checks, Catalogue catalogue) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CHECK", "COMPONENT", "EVERY", "CACHE", "REQUEST"));
        checks.forEach(check -> rows.add(row(check, catalogue)));
        return new TextTable(rows).lines();
    }

    private static List<String> row(Check check, Catalogue catalogue) {
        return List.of(
                check.id() + (check.vital() ? " *" : ""),
                check.component().value(),
                Durations.format(check.schedule().interval(catalogue.pace().round())),
                check.cachePath().name().toLowerCase(Locale.ROOT),
                question(check, catalogue.target(check.target())));
    }

    private static String question(Check check, Target target) {
        return switch (check) {
            case HttpCheck http -> http.method() + " " + http.path();
            case DnsCheck dns -> "DNS " + dns.type() + " of " + dns.hostAt(target);
            case HeartbeatCheck heartbeat ->
                    "called by the target every " + Durations.format(heartbeat.interval());
            case JourneyCheck journey -> steps(journey);
            case TcpCheck tcp -> "TCP " + tcp.hostAt(target) + " port " + tcp.port();
        };
    }

    private static String steps(JourneyCheck journey) {
        return journey.steps().stream()
                .map(Step::name)
                .collect(Collectors.joining(", then ", "journey: ", ""));
    }

    private static List<String> emptyComponents(Catalogue catalogue) {
        List<String> names =
                catalogue.components().stream()
                        .filter(component -> catalogue.checksOf(component.id()).isEmpty())
                        .map(Component::name)
                        .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(
                        "",
                        "Without any check that runs, so never shown as operational: "
                                + String.join(", ", names));
    }
}
