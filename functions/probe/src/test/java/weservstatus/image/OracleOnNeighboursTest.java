package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weservstatus.check.ImageRequest;

/**
 * The answer to another value of one parameter is not taken for the one asked for: every pair of
 * recorded exchanges that differ in that parameter alone is tried both ways.
 */
class OracleOnNeighboursTest {
    private static final Set<String> TRIED =
            Set.of(
                    "q", "blur", "sharp", "ro", "mask", "mbg", "filt", "con", "gam", "mod", "sat",
                    "hue", "tint");

    /** WebP's quality is known within some levels only. */
    private static final Set<String> EXACT_QUALITY = Set.of("jpg", "avif");

    private static final int LEAST_TRIED = 300;

    private final Oracle oracle = new Oracle();
    private final Map<String, Integer> found = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    private record Shot(Recording recording, Map<String, String> values) {

        static Shot of(Recording recording) {
            Map<String, String> values =
                    new TreeMap<>(
                            ImageRequest.of(recording.request())
                                    .orElseThrow()
                                    .known()
                                    .parameters()
                                    .values());
            values.putIfAbsent("output", "png");
            return new Shot(recording, values);
        }

        /** The only parameter in which both have a value of their own; empty text for none. */
        String difference(Shot other) {
            if (!values.keySet().equals(other.values.keySet())) {
                return "";
            }
            List<String> names =
                    values.keySet().stream()
                            .filter(name -> !value(name).equals(other.value(name)))
                            .toList();
            return names.size() == 1 ? names.getFirst() : "";
        }

        private String value(String name) {
            return values.getOrDefault(name, "");
        }

        boolean comparable(String parameter) {
            String output = value("output");
            return parameter.equals("q")
                    ? EXACT_QUALITY.contains(output) && inRange(value("q"))
                    : output.equals("png");
        }

        private static boolean inRange(String quality) {
            return !Set.of("0", "101").contains(quality);
        }

        String words(String parameter, Shot other) {
            return "%s: %s=%s answered with %s"
                    .formatted(
                            value("output"), parameter, value(parameter), other.value(parameter));
        }
    }

    @Test
    void tellsEveryValueFromEveryOther() {
        List<Shot> shots = shots();
        for (Shot asked : shots) {
            for (Shot answered : shots) {
                String parameter = asked.difference(answered);
                if (TRIED.contains(parameter) && asked.comparable(parameter)) {
                    tried(parameter, asked, answered);
                }
            }
        }

        assertThat(new HashSet<>(missed)).isEmpty();
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThan(LEAST_TRIED);
    }

    private static List<Shot> shots() {
        Set<String> seen = new HashSet<>();
        return Stream.concat(Recording.index(), Recording.matrix())
                .filter(Recording::showsCard)
                .filter(recording -> recording.request().contains("/card.png&"))
                .filter(recording -> seen.add(recording.request()))
                .map(Shot::of)
                .toList();
    }

    private void tried(String parameter, Shot asked, Shot answered) {
        byte[] lie = answered.recording().bytes();
        if (Arrays.equals(lie, asked.recording().bytes())) {
            return;
        }
        if (asked.recording().complaint(oracle, asked.recording().answer(lie)).isEmpty()) {
            missed.add(asked.words(parameter, answered));
        } else {
            found.merge(parameter, 1, Integer::sum);
        }
    }
}
