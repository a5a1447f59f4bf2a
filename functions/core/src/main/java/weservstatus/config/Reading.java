package weservstatus.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What gathers while one file is read: its faults, the ids it declares and where it uses them. */
final class Reading {
    private record Declaration(Kind kind, Spot spot) {}

    private record Reference(Kind kind, String id, Spot spot) {}

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Kind.Space, Map<String, Declaration>> declared = new HashMap<>();
    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
    private final List<Reference> references = new ArrayList<>();

    Reading(String file) {
        this.file = file;
    }

    void refuse(Spot spot, String reason, String remedy) {
        faults.add(new Fault(file, spot.line(), spot.column(), spot.path(), reason, remedy));
    }

    /** Refuses the file as a whole because of what stands at this place. */
    void refuseFile(int line, int column, String reason, String remedy) {
        faults.add(new Fault(file, line, column, "", reason, remedy));
    }

    int faultCount() {
        return faults.size();
    }

    /** Notes an id; a second one of the same name is refused at once. */
    void declare(Kind kind, String id, Spot spot) {
        idsOf(kind).add(id);
        Declaration first = space(kind).putIfAbsent(id, new Declaration(kind, spot));
        if (first != null) {
            refuse(
                    spot,
                    "%s is already the id of a %s in line %d"
                            .formatted(Spot.quoted(id), first.kind().label(), first.spot().line()),
                    "give each " + kind.space().label() + " an id of its own");
        }
    }

    /** Notes the use of an id, which may be declared further down. */
    void refer(Kind kind, String id, Spot spot) {
        references.add(new Reference(kind, id, spot));
    }

    /** Follows all references, then returns every fault in the order of the file. */
    List<Fault> settle() {
        references.forEach(this::follow);
        references.clear();
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    private void follow(Reference reference) {
        Set<String> known = idsOf(reference.kind());
        if (known.contains(reference.id())) {
            return;
        }
        String label = reference.kind().label();
        Declaration other = space(reference.kind()).get(reference.id());
        String reason =
                other == null
                        ? "there is no " + label + " " + Spot.quoted(reference.id())
                        : Spot.quoted(reference.id()) + " is a " + other.kind().label();
        String remedy =
                other == null
                        ? Suggestion.among(reference.id(), known)
                        : "name a " + label + ": " + String.join(", ", known);
        refuse(reference.spot(), reason, remedy);
    }

    private Set<String> idsOf(Kind kind) {
        return ids.computeIfAbsent(kind, _ -> new TreeSet<>());
    }

    private Map<String, Declaration> space(Kind kind) {
        return declared.computeIfAbsent(kind.space(), _ -> new HashMap<>());
    }
}
