package weservstatus.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path with variables, as in {@code /api/v1/components/{id}/days} or {@code
 * /maintenance/{id}.ics}. A variable stands for one segment, or its beginning, that is not empty,
 * and {@code {month}} for one like {@code 2026-11} only; all else must be equal, character by
 * character.
 */
public record PathTemplate(String text) {
    private static final int MOST_SEGMENTS = 16;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");

    /** The variables of a path that fits, absent when it does not. */
    Optional<Map<String, String>> match(String path) {
        if (!text.contains("{")) {
            return text.equals(path) ? Optional.of(Map.of()) : Optional.empty();
        }
        return match(segments(text), segments(path));
    }

    private static Optional<Map<String, String>> match(List<String> wanted, List<String> given) {
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int index = 0; index < wanted.size(); index++) {
            if (!fits(wanted.get(index), given.get(index), variables)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static boolean fits(String wanted, String given, Map<String, String> variables) {
        int end = wanted.indexOf('}');
        if (!wanted.startsWith("{") || end < 0) {
            return wanted.equals(given);
        }
        String rest = wanted.substring(end + 1);
        if (given.length() <= rest.length() || !given.endsWith(rest)) {
            return false;
        }
        String name = wanted.substring(1, end);
        String value = given.substring(0, given.length() - rest.length());
        variables.put(name, value);
        return !name.equals("month") || MONTH.matcher(value).matches();
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", MOST_SEGMENTS));
    }
}
