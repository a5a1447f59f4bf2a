package weservstatus.usecase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.notify.MailAddress;

/** What is wrong with what a visitor wants to hear of, and where. */
final class WishFaults {
    private final Set<ComponentId> known = new HashSet<>();

    WishFaults(Catalogue catalogue) {
        catalogue.components().stream().map(Component::id).forEach(known::add);
    }

    List<FieldFault> of(String typed, Set<ComponentId> wanted) {
        List<FieldFault> faults = new ArrayList<>(of(wanted));
        if (MailAddress.parse(typed).isEmpty()) {
            faults.add(
                    new FieldFault(
                            "email", "it is no mail address", "give one like ada@example.org"));
        }
        return faults;
    }

    List<FieldFault> of(Set<ComponentId> wanted) {
        return wanted.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id ->
                        new FieldFault(
                                "components",
                                "there is no component " + id,
                                "give ids that the page has"))
                .toList();
    }
}
