package weservstatus.verdict;

import java.util.Comparator;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;

/** Where a bad answer was seen. */
public record Source(LocationId location, CheckId check) implements Comparable<Source> {

    @Override
    public int compareTo(Source other) {
        return Comparator.comparing(Source::location)
                .thenComparing(Source::check)
                .compare(this, other);
    }
}
