package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.store.DefinitionsStore;
import weservstatus.time.Interval;
import weservstatus.verdict.Verdicts;

/**
 * By which catalogue each hour is counted: by the one that was in force when the hour ended, so
 * that a change of the configuration takes nothing from the hours before it.
 *
 * @param past those before the present one, oldest first
 */
record Eras(Catalogue present, List<Era> past) {

    /**
     * An earlier catalogue.
     *
     * @param ends start of the first hour that is not its own
     */
    record Era(ReviewState.Era ends, Catalogue catalogue) {}

    /** A catalogue and when it was in force. */
    record Part(Catalogue catalogue, Interval interval) {}

    Eras {
        past = List.copyOf(past);
    }

    /**
     * @param before as the review before this one left it
     */
    static Eras of(
            Catalogue present,
            Optional<ReviewState> before,
            DefinitionsStore definitions,
            Instant now) {
        String name = DefinitionsStore.name(present);
        List<Era> past = new ArrayList<>();
        for (ReviewState.Era era : before.map(s -> names(s, name, now)).orElse(List.of())) {
            definitions
                    .find(era.definitions())
                    .map(catalogue -> new Era(era, catalogue))
                    .ifPresent(past::add);
        }
        return new Eras(present, past);
    }

    /** Those that were known, and the one that this review ends. */
    private static List<ReviewState.Era> names(ReviewState before, String name, Instant now) {
        Instant end = end(before.countedThrough(), now);
        boolean ends =
                !before.definitions().isEmpty()
                        && !before.definitions().equals(name)
                        && before.eras().stream().allMatch(era -> era.until().isBefore(end));
        return Stream.concat(
                        before.eras().stream(),
                        Stream.of(new ReviewState.Era(end, before.definitions())).filter(_ -> ends))
                .toList();
    }

    /** The hour in which the catalogue changed is the new one's, unless it is over. */
    private static Instant end(Instant countedThrough, Instant now) {
        Interval hour = Interval.hour(countedThrough);
        return hour.end().isAfter(now) ? hour.start() : hour.end();
    }

    /** The catalogue by which the hour is counted. */
    Catalogue at(Instant hour) {
        return past.stream()
                .filter(era -> hour.isBefore(era.ends().until()))
                .map(Era::catalogue)
                .findFirst()
                .orElse(present);
    }

    /** The catalogues of the interval, which begins with an hour, each with its part. */
    List<Part> parts(Interval interval) {
        List<Part> parts = new ArrayList<>();
        Instant start = interval.start();
        for (Era era : past) {
            Instant end = era.ends().until();
            if (start.isBefore(end) && end.isBefore(interval.end())) {
                parts.add(new Part(era.catalogue(), new Interval(start, end)));
                start = end;
            }
        }
        parts.add(new Part(at(start), new Interval(start, interval.end())));
        return parts;
    }

    /** Those of which an hour from {@code open} on is left. */
    List<ReviewState.Era> still(Instant open) {
        return past.stream().map(Era::ends).filter(era -> era.until().isAfter(open)).toList();
    }

    Duration lookAhead() {
        return longest(Verdicts::lookAhead);
    }

    Duration lookBack() {
        return longest(Verdicts::lookBack);
    }

    private Duration longest(Function<Catalogue, Duration> of) {
        return Stream.concat(Stream.of(present), past.stream().map(Era::catalogue))
                .map(of)
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
