package weservstatus.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.Take;
import weservstatus.check.Take.Source;

/** How a step says what it takes from its answer. */
final class Takes {
    private static final Field<String> NAME =
            Field.required(
                    "name",
                    Scalars.slug(),
                    "What later steps call it, as in {name}.",
                    "name: pictures");
    private static final Field<String> HEADER =
            Field.optional(
                    "header",
                    Requests.headerName(),
                    "The first value of this header.",
                    "not taken");
    private static final Field<String> JSON =
            Field.optional(
                    "json",
                    Scalars.jsonPointer(),
                    "JSON pointer (RFC 6901) to a value in the body.",
                    "not taken");
    private static final Field<String> TEXT =
            Field.optional(
                    "text",
                    Scalars.regex(),
                    "The first group of this regular expression in the body, all that it matches"
                            + " where it has no group.",
                    "not taken");
    private static final Field<Integer> PICTURES =
            Field.optional(
                    "pictures",
                    Scalars.wholeInt(1, Take.MOST_PICTURES),
                    "So many addresses at most, in src and srcset of the page, that lead to its own"
                            + " host.",
                    "not taken");
    private static final Field<String> MATCHING =
            Field.optional(
                    "matching",
                    Scalars.regex(),
                    "What path and query of an address must match as a whole; with pictures.",
                    "any address");
    private static final Field<Boolean> ADDRESS =
            Field.optional(
                    "address",
                    Scalars.flag(),
                    "The address of the request itself, escaped so that it can stand in url=.",
                    "not taken");

    private static final List<Field<?>> SOURCES = List.of(HEADER, JSON, TEXT, PICTURES, ADDRESS);

    private Takes() {}

    static Reader<Take> reader() {
        return new SectionReader(
                        "a value to take", NAME, HEADER, JSON, TEXT, PICTURES, MATCHING, ADDRESS)
                .with(Takes::requireOneSource, oneSourceSchema())
                .as(take -> new Take(take.of(NAME), source(take)));
    }

    private static void requireOneSource(Section take, Reading reading) {
        long sources = SOURCES.stream().filter(take::has).count();
        if (sources != 1) {
            reading.refuse(
                    take.spot(),
                    "a value to take has " + sources + " sources",
                    "write exactly one of header, json, text, pictures and address: true");
        } else if (take.find(ADDRESS).filter(address -> !address).isPresent()) {
            reading.refuse(
                    take.spotOf(ADDRESS), "\"address: false\" takes nothing", "say address: true");
        } else if (take.has(MATCHING) && !take.has(PICTURES)) {
            reading.refuse(
                    take.spotOf(MATCHING),
                    "only pictures are chosen by what they match",
                    "remove it, or take pictures");
        }
    }

    private static Map<String, Object> oneSourceSchema() {
        return Map.of(
                "oneOf",
                SOURCES.stream().map(source -> Map.of("required", List.of(source.name()))).toList(),
                "dependentRequired",
                Map.of(MATCHING.name(), List.of(PICTURES.name())));
    }

    private static Source source(Section take) {
        Optional<Source> header = take.find(HEADER).map(Source.FromHeader::new);
        Optional<Source> json = take.find(JSON).map(Source.FromJson::new);
        Optional<Source> text = take.find(TEXT).map(Source.FromText::new);
        Optional<Source> pictures =
                take.find(PICTURES).map(most -> new Source.Pictures(most, take.find(MATCHING)));
        return Stream.of(header, json, text, pictures)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Source.OwnAddress::new);
    }
}
