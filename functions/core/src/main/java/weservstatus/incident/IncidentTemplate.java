package weservstatus.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weservstatus.text.Slug;

/**
 * Words prepared for the night, with named fields such as <code>{{region}}</code> that whoever uses
 * them fills in.
 *
 * @param id chosen by people: lower-case letters, digits and hyphens
 * @param body Markdown
 * @param status what an update made of it says, absent to leave it
 * @param impact of an incident opened with it, absent for what the components mean
 */
public record IncidentTemplate(
        String id,
        String title,
        String body,
        Optional<IncidentStatus> status,
        Optional<Impact> impact) {
    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-z][A-Za-z0-9_-]{0,39})\\}\\}");

    public IncidentTemplate {
        Slug.require(id);
    }

    /** What a template becomes with its fields filled in. */
    public sealed interface Filling {
        record Filled(String title, String body) implements Filling {}

        /**
         * It cannot be used so.
         *
         * @param missing fields that were not given
         * @param unknown what was given and is no field of it
         */
        record Unfit(List<String> missing, List<String> unknown) implements Filling {}
    }

    /** Names of all fields. */
    public SortedSet<String> fields() {
        SortedSet<String> fields = new TreeSet<>();
        Matcher matcher = FIELD.matcher(title + "\n" + body);
        while (matcher.find()) {
            fields.add(matcher.group(1));
        }
        return fields;
    }

    /** Whether some double braces hold no name of a field. */
    public static boolean hasBrokenField(String text) {
        return FIELD.matcher(text).replaceAll("").contains("{{");
    }

    /** The words with the fields filled in; what is filled in is not looked at again. */
    public Filling fill(Map<String, String> values) {
        List<String> missing = new ArrayList<>(fields());
        missing.removeAll(values.keySet());
        List<String> unknown = new ArrayList<>(values.keySet().stream().sorted().toList());
        unknown.removeAll(fields());
        return missing.isEmpty() && unknown.isEmpty()
                ? new Filling.Filled(filled(title, values), filled(body, values))
                : new Filling.Unfit(missing, unknown);
    }

    private static String filled(String text, Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(
                        field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), "")));
    }
}
