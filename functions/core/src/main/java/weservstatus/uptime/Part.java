package weservstatus.uptime;

import java.util.Comparator;
import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.check.JourneyCheck;
import weservstatus.check.LocationId;
import weservstatus.check.PlainCheck;
import weservstatus.check.TestPicture;
import weservstatus.observe.Phase;

/**
 * A part of the new pictures whose speed is known by itself.
 *
 * @param location where they were asked for
 * @param format {@link #format} of their check; empty where all count
 * @param phase a word of {@link Phase}, {@value #TOTAL} for the whole time
 */
public record Part(LocationId location, String format, String phase) implements Comparable<Part> {
    public static final String TOTAL = "total";

    /** Of pictures whose request names none. */
    public static final String OTHER = "other";

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::location)
                    .thenComparing(Part::format)
                    .thenComparing(Part::phase);

    static Part total(LocationId location, Check check) {
        return new Part(location, format(check), TOTAL);
    }

    static Part of(LocationId location, Phase phase) {
        return new Part(location, "", phase.label());
    }

    /** As in {@code here/webp/total}. */
    public String key() {
        return location.value() + "/" + format + "/" + phase;
    }

    /** Reads a {@link #key}. */
    public static Part parse(String key) {
        String[] words = key.split("/", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("not a part of the speed: " + key);
        }
        return new Part(new LocationId(words[0]), words[1], words[2]);
    }

    /** The format that the check's request asks for, {@value #OTHER} where it asks for none. */
    public static String format(Check check) {
        return switch (check) {
            case HttpCheck http -> asked(http.path()).map(ImageFormat::label).orElse(OTHER);
            case JourneyCheck _, PlainCheck _ -> OTHER;
        };
    }

    private static Optional<ImageFormat> asked(String path) {
        return ImageRequest.of(path)
                .filter(request -> !request.asksForFacts())
                .flatMap(request -> request.picture().flatMap(from -> asked(request, from)));
    }

    private static Optional<ImageFormat> asked(ImageRequest request, TestPicture source) {
        return request.formats(source.format()).stream().min(Comparator.naturalOrder());
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
