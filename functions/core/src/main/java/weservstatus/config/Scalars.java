package weservstatus.config;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.Expectation;
import weservstatus.text.Slug;

/** Readers of single words, numbers and texts that several sections share. */
final class Scalars {
    private static final Set<Tag> TEXT = Set.of(Tag.STR);
    private static final Set<Tag> ANY = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*)+");

    private Scalars() {}

    /** One line of 1 to {@code longest} characters, without space at either end. */
    static Reader<String> line(int longest) {
        return new Scalar<>(
                TEXT,
                text -> Optional.of(text).filter(t -> isLine(t, longest)),
                new Refusal(
                        "is not one line of 1 to " + longest + " characters",
                        "write a text without a space at either end"),
                Map.of(
                        "type",
                        "string",
                        "minLength",
                        1,
                        "maxLength",
                        longest,
                        "pattern",
                        "^\\S([^\\n\\r]*\\S)?$"));
    }

    private static boolean isLine(String text, int longest) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= longest
                && text.strip().equals(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    static Reader<String> slug() {
        return new Scalar<>(
                TEXT,
                text -> Optional.of(text).filter(Slug::isValid),
                new Refusal(
                        "is not an id", "write 1 to 63 of a-z, 0-9 and -, such as resize-cover"),
                Map.of("type", "string", "pattern", "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"));
    }

    /** An id that is given here. */
    static Reader<String> newId(Kind kind) {
        return Reader.of(
                (spot, reading) -> {
                    Optional<String> id = slug().read(spot, reading);
                    id.ifPresent(text -> reading.declare(kind, text, spot));
                    return id;
                },
                slug().schema());
    }

    /** An id that is given elsewhere in the file. */
    static Reader<String> idOf(Kind kind) {
        return Reader.of(
                (spot, reading) -> {
                    Optional<String> id = slug().read(spot, reading);
                    id.ifPresent(text -> reading.refer(kind, text, spot));
                    return id;
                },
                slug().schema());
    }

    static Reader<Boolean> flag() {
        return new Scalar<>(
                Set.of(Tag.BOOL),
                text -> Optional.of(Boolean.valueOf(text)),
                new Refusal("is neither true nor false", "write true or false"),
                Map.of("type", "boolean"));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    static Reader<Long> whole(long least, long most) {
        return new Scalar<>(
                Set.of(Tag.INT),
                text ->
                        Optional.of(text)
                                .filter(WHOLE.asMatchPredicate())
                                .map(Long::valueOf)
                                .filter(value -> value >= least && value <= most),
                new Refusal(
                        "is not a whole number from " + least + " to " + most,
                        "write one of this range"),
                Map.of("type", "integer", "minimum", least, "maximum", most));
    }

    static Reader<Integer> wholeInt(int least, int most) {
        return whole(least, most).map(Long::intValue);
    }

    /** Text, number or boolean, as it is spelled. */
    static Reader<String> anyScalar() {
        return new Scalar<>(
                ANY,
                Optional::of,
                new Refusal("is not a single value", "write a text, a number, true or false"),
                Map.of("type", List.of("string", "number", "boolean")));
    }

    /** One of a few words. */
    static <T> Reader<T> choice(Map<String, T> words) {
        List<String> known = new ArrayList<>(words.keySet());
        return Reader.of(
                (spot, reading) -> {
                    Optional<T> value =
                            plainText(spot).flatMap(word -> Optional.ofNullable(words.get(word)));
                    if (value.isEmpty()) {
                        reading.refuse(
                                spot,
                                spot.shown() + " is not one of " + String.join(", ", known),
                                plainText(spot)
                                        .flatMap(word -> Suggestion.closest(word, known))
                                        .map(Suggestion::didYouMean)
                                        .orElse(
                                                "write "
                                                        + known.getFirst()
                                                        + (known.size() == 1
                                                                ? ""
                                                                : " or another")));
                    }
                    return value;
                },
                Map.of("enum", known));
    }

    private static Optional<String> plainText(Spot spot) {
        return spot.node() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** A regular expression of java.util.regex. */
    static Reader<String> regex() {
        return regex(regex -> regex);
    }

    /** One in which {origin} stands for an address. */
    static Reader<String> regexWithOrigin() {
        return regex(regex -> regex.replace(Expectation.ORIGIN, ""));
    }

    private static Reader<String> regex(UnaryOperator<String> compiled) {
        Reader<String> text = line(500);
        return Reader.of(
                (spot, reading) ->
                        text.read(spot, reading)
                                .filter(regex -> compiles(compiled.apply(regex), spot, reading)),
                text.schema());
    }

    private static boolean compiles(String regex, Spot spot, Reading reading) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException broken) {
            reading.refuse(
                    spot,
                    "%s is not a regular expression: %s near character %d"
                            .formatted(
                                    spot.shown(), broken.getDescription(), broken.getIndex() + 1),
                    "correct it, or put a backslash before . ( [ * + ?");
            return false;
        }
    }

    static Reader<String> jsonPointer() {
        return new Scalar<>(
                TEXT,
                text -> Optional.of(text).filter(POINTER.asMatchPredicate()),
                new Refusal(
                        "is not a JSON pointer",
                        "write a / before each name, such as /message or /pages/0"),
                Map.of("type", "string", "pattern", "^(/([^~/]|~[01])*)+$"));
    }

    static Reader<String> timeZone() {
        return new Scalar<>(
                TEXT,
                text -> Optional.of(text).filter(ZoneId.getAvailableZoneIds()::contains),
                new Refusal("is not a time zone", "write a name such as Europe/Amsterdam, or UTC"),
                Map.of("type", "string", "pattern", "^[A-Za-z0-9_+/-]+$"));
    }
}
