package weservstatus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Lack;
import weservstatus.config.Suggestion;

/** Which checks a user means. */
final class Selection {
    private Selection() {}

    /**
     * The named checks in the order of the names, or all that can run when there are no names.
     *
     * @throws BadInput when a name is unknown or means a check that cannot run
     */
    static List<Check> of(Catalogue catalogue, List<String> names) {
        if (names.isEmpty()) {
            return catalogue.active();
        }
        List<String> faults = new ArrayList<>();
        List<Check> chosen = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            catalogue.checks().stream()
                    .filter(check -> check.id().value().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            check -> take(catalogue, check, chosen, faults),
                            () -> faults.add(unknown(catalogue, name)));
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return chosen;
    }

    private static void take(
            Catalogue catalogue, Check check, List<Check> chosen, List<String> faults) {
        if (catalogue.active().contains(check)) {
            chosen.add(check);
        } else {
            faults.add("check " + check.id() + " " + whyNot(catalogue.lack(check)));
        }
    }

    private static String whyNot(Optional<Lack> lack) {
        return lack.map(Selection::needs)
                .orElse("stands in where there is no origin; leave --origin away");
    }

    private static String needs(Lack lack) {
        return switch (lack) {
            case ORIGIN -> "needs the test card at a public place; give --origin URL";
            case TLS -> "looks at a certificate, but the target is plain http; give an https URL";
            case FAMILY ->
                    "needs an address of the other family; give a target with a name in its URL";
            case NAME -> "looks a name up, but the target is an address; give a URL with a name";
        };
    }

    private static String unknown(Catalogue catalogue, String name) {
        List<String> known = catalogue.checks().stream().map(check -> check.id().value()).toList();
        return "there is no check \"" + name + "\"; " + Suggestion.among(name, known);
    }
}
