package weservstatus.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with variables, as in {@code /api/v1/components/{id}/days}. A variable stands for one
 * segment that is not empty; all else must be equal, character by character.
 */
public record PathTemplate(String text) {
    private static final int MOST_SEGMENTS = 16;

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
            String name = wanted.get(index);
            String value = given.get(index);
            if (isVariable(name) && !value.isEmpty()) {
                variables.put(name.substring(1, name.length() - 1), value);
            } else if (!name.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", MOST_SEGMENTS));
    }
}
