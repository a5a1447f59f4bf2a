package weservstatus.probe;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weservstatus.check.Expectation.FromCache;
import weservstatus.observe.Answer;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** What the caches in front of the processing say of an answer. */
final class CacheMarks {
    private static final List<String> HEADERS = List.of("X-Cache-Status", "CF-Cache-Status");

    /** What the finding says that an answer of a cache was expected. */
    static final String HIT = "an answer from a cache";

    /** A stale answer, or one that was only checked for freshness, had been kept all the same. */
    private static final Pattern FROM_CACHE = mark("HIT|STALE|UPDATING|REVALIDATED");

    private static final Pattern STALE = mark("STALE");

    /** RFC 7234, 5.5: the answer is stale, or could not be renewed. */
    private static final Pattern WARNED = Pattern.compile("Warning: *11[01] .*");

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:.*[ ,])?max-age=(\\d{1,15})(?:[ ,].*)?");

    private CacheMarks() {}

    private static Pattern mark(String words) {
        return Pattern.compile("\\S+: *(" + words + ")", Pattern.CASE_INSENSITIVE);
    }

    static Finding judge(FromCache is, Answer answer) {
        List<String> told = told(answer);
        boolean hit = told.stream().anyMatch(FROM_CACHE.asMatchPredicate());
        return new Held(is.hit() ? HIT : "a new answer", shown(told))
                .as(hit == is.hit() && !told.isEmpty(), FailureReason.HEADER);
    }

    static Finding notStale(Answer answer) {
        List<String> told =
                Stream.concat(told(answer).stream(), told(answer, List.of("Warning")).stream())
                        .toList();
        boolean marked =
                told.stream().anyMatch(STALE.asMatchPredicate().or(WARNED.asMatchPredicate()));
        OptionalLong age = number(answer, "Age", Pattern.compile("(\\d{1,15})"));
        OptionalLong most = number(answer, "Cache-Control", MAX_AGE);
        boolean old = age.isPresent() && most.isPresent() && age.getAsLong() > most.getAsLong();
        String actual =
                old
                        ? "one of age %d with max-age %d"
                                .formatted(age.getAsLong(), most.getAsLong())
                        : shown(told);
        return new Held("no stale answer", actual).as(!marked && !old, FailureReason.HEADER);
    }

    private static OptionalLong number(Answer answer, String header, Pattern pattern) {
        return Expectations.values(answer, header).stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .findFirst();
    }

    private static List<String> told(Answer answer) {
        return told(answer, HEADERS);
    }

    private static List<String> told(Answer answer, List<String> headers) {
        return headers.stream()
                .flatMap(name ->
                        Expectations.values(answer, name).stream()
                                .map(value -> name + ": " + value))
                .toList();
    }

    private static String shown(List<String> told) {
        return told.isEmpty() ? "no word of a cache" : Words.cut(String.join(", ", told));
    }
}
