package weservstatus.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import weservstatus.check.Expectation;
import weservstatus.check.Expectation.ImageIs;
import weservstatus.check.Expectation.Packing;
import weservstatus.check.Likeness;

/** Each expectation as one plain sentence for people who do not know the words of status.yaml. */
final class AssertionWords {
    private AssertionWords() {}

    static String of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.StatusIs is -> "The status is %d.".formatted(is.status());
            case Expectation.HeaderEquals is ->
                    "The header %s is “%s”.".formatted(is.name(), is.value());
            case Expectation.HeaderMatches is ->
                    "The header %s matches “%s”.".formatted(is.name(), is.regex());
            case Expectation.HeaderNever is ->
                    "No header %s matches “%s”.".formatted(is.name(), is.regex());
            case Expectation.HeaderAbsent is -> "There is no header %s.".formatted(is.name());
            case Expectation.BodyContains is -> "The answer contains “%s”.".formatted(is.text());
            case Expectation.JsonEquals is ->
                    "The value at %s of the JSON is “%s”.".formatted(is.pointer(), is.value());
            case Expectation.BodySize is ->
                    String.format(
                            Locale.ROOT, "The answer has %,d to %,d bytes.", is.min(), is.max());
            case Expectation.ErrorIs is -> error(is);
            case Expectation.Within is ->
                    "It is there within %s.".formatted(QuestionWords.length(is.limit()));
            case ImageIs is -> image(is);
            case Expectation.ColourIs is ->
                    "Every pixel has the colour #%08x (alpha first), give or take %d."
                            .formatted(is.colour().argb(), is.tolerance());
            case Expectation.CardAsRequested _ ->
                    "The picture is the test card after just what the request asks for: format,"
                            + " size, frames, transparency and every colour are computed and"
                            + " compared.";
            case Expectation.RedirectsTo is -> "It leads on to %s.".formatted(is.location());
            case Expectation.AddressRefused _ -> "The service refuses to fetch a private address.";
            case Expectation.FromCache is ->
                    is.hit()
                            ? "The answer comes from the cache."
                            : "The answer is made anew, not taken from the cache.";
            case Expectation.NotStale _ -> "No cache hands out what is too old.";
            case Expectation.CertificateLasts is ->
                    "Every certificate is valid for at least %d more days."
                            .formatted(is.daysLeft());
        };
    }

    static String of(Likeness likeness) {
        return switch (likeness) {
            case Likeness.Whole _ -> "The picture is whole; every pixel decodes.";
            case Likeness.SameAs is -> "Pixel for pixel the picture of “%s”.".formatted(is.step());
            case Likeness.OtherThan is ->
                    "As large as the picture of “%s”, but with other pixels.".formatted(is.step());
            case Likeness.HalfOf is ->
                    "The picture of “%s” at half its width and height.".formatted(is.step());
            case Likeness.FactsOf is ->
                    "JSON with the facts of the picture of “%s”.".formatted(is.step());
            case Likeness.CardOf is ->
                    "The test card after what “%s” asked for.".formatted(is.step());
        };
    }

    private static String error(Expectation.ErrorIs is) {
        String message =
                is.message().or(is::matches).map(" and a message like “%s”"::formatted).orElse("");
        return "An error in JSON with status %d, code %d%s."
                .formatted(is.status(), is.code(), message);
    }

    private static String image(ImageIs is) {
        List<String> facts = new ArrayList<>();
        number("%d pixels wide", is.width(), facts);
        number("%d pixels high", is.height(), facts);
        number("%d frames", is.frames(), facts);
        flag("with transparency", "without transparency", is.alpha(), facts);
        packing(is.packing(), facts);
        return "A true picture in %s%s."
                .formatted(
                        is.format().name(),
                        facts.stream().map(fact -> ", " + fact).collect(Collectors.joining()));
    }

    private static void packing(Packing packing, List<String> facts) {
        if (!packing.delays().isEmpty()) {
            facts.add("frames shown for " + packing.delays() + " ms");
        }
        number("turned as EXIF orientation %d says", packing.orientation(), facts);
        flag("interlaced", "not interlaced", packing.interlaced(), facts);
        flag("lossless", "lossy", packing.lossless(), facts);
    }

    private static void number(String words, OptionalInt number, List<String> facts) {
        number.ifPresent(n -> facts.add(words.formatted(n)));
    }

    private static void flag(String yes, String no, Optional<Boolean> flag, List<String> facts) {
        flag.ifPresent(is -> facts.add(is ? yes : no));
    }
}
