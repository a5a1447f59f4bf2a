package weservstatus.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request of a journey, or one for each value that an earlier step took.
 *
 * @param name unique within the journey
 * @param each name of what an earlier step took, of which each value is asked for in turn
 * @param path as of an {@link HttpCheck}; {@code {name}} stands for what an earlier step took
 * @param redirects how many redirects to follow, 0 to 10
 * @param tries how often to ask at most while nothing is wrong but that no cache had the answer, 1
 *     to 10
 * @param expectations all must hold for each request
 * @param picture all must hold for the picture of each request
 * @param unlessRefused what the result says when the service declines the request with its own JSON
 *     error of status 400 or 404, which is no failure then: the step, and those that build on it,
 *     are left out. For requests that make the service read from itself
 */
public record Step(
        String name,
        Optional<String> each,
        HttpMethod method,
        String path,
        Map<String, String> headers,
        int redirects,
        int tries,
        List<Expectation> expectations,
        List<Likeness> picture,
        List<Take> takes,
        Optional<String> unlessRefused) {
    public Step {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        expectations = List.copyOf(expectations);
        picture = List.copyOf(picture);
        takes = List.copyOf(takes);
    }

    /** One that asks once. */
    public Step(
            String name,
            Optional<String> each,
            HttpMethod method,
            String path,
            Map<String, String> headers,
            int redirects,
            List<Expectation> expectations,
            List<Likeness> picture,
            List<Take> takes,
            Optional<String> unlessRefused) {
        this(
                name,
                each,
                method,
                path,
                headers,
                redirects,
                1,
                expectations,
                picture,
                takes,
                unlessRefused);
    }

    /**
     * Whether the answer is to come from the processing: no page does, no path that is the same in
     * every run, and nothing that a cache is expected to have.
     */
    boolean isUncached() {
        return varies() && !expectations.contains(new Expectation.FromCache(true));
    }

    /** Whether its path is another one in every run. */
    boolean varies() {
        return path.replace("{origin}", "").contains("{");
    }
}
