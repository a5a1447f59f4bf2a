package weservstatus.check;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a step of a journey takes from its answer for the steps after it.
 *
 * @param name what later steps call it, as in {@code {name}}
 */
public record Take(String name, Source source) {

    /** The most addresses that one page may give. */
    public static final int MOST_PICTURES = 10;

    /** Where the value stands. */
    public sealed interface Source {

        /** The first value of a header. */
        record FromHeader(String name) implements Source {}

        /**
         * A scalar of a JSON body.
         *
         * @param pointer RFC 6901
         */
        record FromJson(String pointer) implements Source {}

        /** The first group of a regular expression, or all it matches where it has none. */
        record FromText(String regex) implements Source {
            public FromText {
                Pattern.compile(regex);
            }
        }

        /**
         * Each address in {@code src} and {@code srcset} of an HTML page that leads to the host of
         * the page itself; a page without any gives none.
         *
         * @param most how many to take, in the order of the page, 1 to {@value #MOST_PICTURES}
         * @param matching what path and query of an address must match as a whole
         */
        record Pictures(int most, Optional<String> matching) implements Source {
            public Pictures {
                matching.ifPresent(Pattern::compile);
            }
        }

        /** The address of the request itself, escaped so that it can stand in {@code url=}. */
        record OwnAddress() implements Source {}
    }

    /** How many values it may give. */
    public int most() {
        return switch (source) {
            case Source.Pictures pictures -> pictures.most();
            case Source.FromHeader _, Source.FromJson _, Source.FromText _, Source.OwnAddress _ ->
                    1;
        };
    }
}
