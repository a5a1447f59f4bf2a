package weservstatus;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of docs/architecture.md that says which package may import what. */
public final class PackageTable {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9.]+)`");
    private static final Set<String> EVERYWHERE =
            Set.of("java", "javax", "com.sun.net.httpserver", "org.jspecify");

    private record Row(List<String> packages, List<String> libraries) {}

    private final Map<String, Row> rows;

    private PackageTable(Map<String, Row> rows) {
        this.rows = rows;
    }

    /** Reads the table out of the Markdown file below {@code root}. */
    public static PackageTable read(Path root) {
        try {
            Map<String, Row> rows = new TreeMap<>();
            String markdown = Files.readString(root.resolve("docs/architecture.md"));
            for (MatchResult row : ROW.matcher(markdown).results().toList()) {
                rows.put(row.group(1), new Row(names(row.group(2)), names(row.group(3))));
            }
            return new PackageTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    /** Packages that the table names. */
    public Set<String> packages() {
        return rows.keySet();
    }

    /** Packages below {@code weservstatus} on the class path that the table does not name. */
    public static Set<String> onClassPath() {
        return classes().stream().map(PackageTable::packageOf).collect(toSet());
    }

    /** Every import on the class path that the table does not allow, one line each. */
    public Set<String> violations() {
        return classes().stream()
                .filter(type -> rows.containsKey(packageOf(type)))
                .flatMap(type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass())
                                .filter(target -> !isAllowed(packageOf(type), target))
                                .map(target -> type.getName() + " → " + target.getName()))
                .collect(toCollection(TreeSet::new));
    }

    private boolean isAllowed(String from, JavaClass target) {
        JavaClass type = target.getBaseComponentType();
        if (type.isPrimitive()) {
            return true;
        }
        String name = type.getPackageName();
        if (name.startsWith("weservstatus")) {
            return reachable(from).contains(packageOf(type));
        }
        return startsWithAny(name, EVERYWHERE)
                || startsWithAny(name, Set.copyOf(row(from).libraries()));
    }

    private Row row(String name) {
        return Objects.requireNonNull(rows.get(name), name + " is not in the table");
    }

    private static boolean startsWithAny(String name, Set<String> prefixes) {
        return prefixes.stream().anyMatch(p -> name.equals(p) || name.startsWith(p + "."));
    }

    private Set<String> reachable(String from) {
        Set<String> reached = new TreeSet<>(Set.of(from));
        for (String next : row(from).packages()) {
            reached.addAll(reachable(next));
        }
        return reached;
    }

    private static String packageOf(JavaClass type) {
        String rest = type.getPackageName().replaceFirst("^weservstatus\\.?", "");
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static List<JavaClass> classes() {
        return List.copyOf(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackages("weservstatus"));
    }
}
