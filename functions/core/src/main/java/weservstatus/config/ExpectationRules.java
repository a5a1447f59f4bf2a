package weservstatus.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weservstatus.check.Expectation;
import weservstatus.check.HttpMethod;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;

/** Refuses expectations that the answer to this very request can never meet. */
final class ExpectationRules {
    private static final Pattern JSON = Pattern.compile("[?&]output=json(?:&|$)");
    private static final Pattern BASE64 = Pattern.compile("[?&]encoding=base64(?:&|$)");
    private static final Pattern OUTPUT = Pattern.compile("[?&]output=([a-z]+)(?:&|$)");
    private static final Pattern FROM_ORIGIN =
            Pattern.compile("[?&]url=[^&]*\\{origin\\}(?:/|%2F)");

    private final Section check;
    private final Optional<String> path;
    private final Reading reading;
    private final List<Reader.Located<Expectation>> expectations;

    private ExpectationRules(Section check, Optional<String> path, Reading reading) {
        this.check = check;
        this.path = path;
        this.reading = reading;
        this.expectations = check.orElse(CheckFields.EXPECT, List.of());
    }

    /** For a section with a request: its expectations beside the path in this field. */
    static SectionReader.Rule of(Field<String> path) {
        return (check, reading) -> apply(new ExpectationRules(check, check.find(path), reading));
    }

    private static void apply(ExpectationRules rules) {
        rules.refuseBodiesOfHead();
        rules.refusePicturesInText();
        rules.refusePicturesWithJson();
        rules.refusePicturesInErrors();
        rules.refusePicturesInRedirects();
        rules.refuseFormatsThatAreNotAskedFor();
        rules.refuseColoursOfAvif();
        rules.refuseCardsThatCannotBeComputed();
        rules.refuseRedirectsThatAreFollowed();
        rules.refuseRedirectsWithAnotherStatus();
        rules.refuseSeveralStatuses();
        rules.refuseOriginsThatNobodyNames();
    }

    /** A list of expectations that leave the body alone. */
    static Map<String, Object> withoutBodySchema() {
        var bodies =
                Stream.of("body", "json", "error", "size", "image", "colour", "card", "address");
        var any = bodies.map(key -> Map.of("required", List.of(key))).toList();
        return Map.of("items", Map.of("not", Map.of("anyOf", any)));
    }

    private void refuseBodiesOfHead() {
        if (check.orElse(CheckFields.METHOD, HttpMethod.GET) == HttpMethod.HEAD) {
            refuseAll(
                    Expectation::looksAtTheBody,
                    new Refusal("the answer to HEAD has no body", "say method: GET"));
        }
    }

    /** Base64 text holds a picture and JSON tells of one, but only the card is looked for there. */
    private void refusePicturesInText() {
        String asked = path.orElse("");
        if (JSON.matcher(asked).find()) {
            refuseAll(
                    ExpectationRules::isAboutTheFile,
                    new Refusal(
                            "the path asks for JSON, of which no format, width or colours are read",
                            "expect card or json, or remove output=json"));
        } else if (BASE64.matcher(asked).find()) {
            refuseAll(
                    ExpectationRules::isAboutTheFile,
                    new Refusal(
                            "the path asks for text, of which no format, width or colours are read",
                            "expect card or body, or remove encoding=base64"));
        }
    }

    private void refusePicturesWithJson() {
        boolean told = JSON.matcher(check.orElse(CheckFields.PATH, "")).find();
        if (expects(Expectation.JsonEquals.class) && !told) {
            refuseAll(
                    ExpectationRules::isPicture,
                    new Refusal(
                            "an answer cannot be a picture and JSON",
                            "split it into two checks, or remove one of the two"));
        }
    }

    private void refusePicturesInErrors() {
        status().filter(status -> status >= 300)
                .ifPresent(status ->
                        refuseAll(
                                ExpectationRules::isPicture,
                                new Refusal(
                                        "the body of status " + status + " is no picture",
                                        "say status: 200, or expect json")));
    }

    private void refusePicturesInRedirects() {
        if (expects(Expectation.RedirectsTo.class) && status().isEmpty()) {
            refuseAll(
                    ExpectationRules::isPicture,
                    new Refusal(
                            "the body of a redirect is no picture",
                            "remove redirect, or say redirects: 1 and expect the picture"));
        }
    }

    private void refuseFormatsThatAreNotAskedFor() {
        asked().ifPresent(format ->
                refuseAll(
                        each -> each instanceof Expectation.ImageIs is && is.format() != format,
                        new Refusal(
                                "the path asks for " + format.label(),
                                "say format: " + format.label() + ", or change output")));
    }

    private void refuseColoursOfAvif() {
        boolean avif = asked().filter(ImageFormat.AVIF::equals).isPresent();
        refuseAll(
                expectation -> avif && expectation instanceof Expectation.ColourIs,
                new Refusal(
                        "the colours of avif are not decoded here",
                        "ask for output=png, or expect image"));
    }

    /** The format that the path names, of those that are known. */
    private Optional<ImageFormat> asked() {
        return OUTPUT.matcher(path.orElse(""))
                .results()
                .findFirst()
                .map(output -> output.group(1).replaceFirst("^tif$", "tiff"))
                .flatMap(ImageFormat::ofLabel);
    }

    private void refuseCardsThatCannotBeComputed() {
        path.filter(asked -> asked.startsWith("/"))
                .flatMap(ExpectationRules::whyCardCannotBeComputed)
                .ifPresent(refusal ->
                        refuseAll(Expectation.CardAsRequested.class::isInstance, refusal));
    }

    private static Optional<Refusal> whyCardCannotBeComputed(String path) {
        Optional<ImageRequest> request = ImageRequest.of(path);
        if (!FROM_ORIGIN.matcher(path).find() || request.flatMap(ImageRequest::picture).isEmpty()) {
            return Optional.of(
                    new Refusal(
                            "the path does not fetch the test card",
                            "name one, such as url={origin}/card.png, or expect image"));
        }
        List<String> obstacles = request.get().obstacles();
        return obstacles.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                String.join("; ", obstacles),
                                "ask for less in the path, or expect image"));
    }

    private void refuseRedirectsThatAreFollowed() {
        if (check.orElse(CheckFields.REDIRECTS, 0) > 0) {
            refuseAll(
                    expectation ->
                            expectation instanceof Expectation.RedirectsTo
                                    || expectation.wantedStatus().stream()
                                            .anyMatch(ExpectationRules::isRedirect),
                    new Refusal("redirects are followed", "say redirects: 0"));
        }
    }

    private void refuseRedirectsWithAnotherStatus() {
        status().filter(status -> !isRedirect(status))
                .ifPresent(status ->
                        refuseAll(
                                Expectation.RedirectsTo.class::isInstance,
                                new Refusal(
                                        "status " + status + " is no redirect",
                                        "say status: 302")));
    }

    private void refuseSeveralStatuses() {
        expectations.stream()
                .filter(each -> each.value().wantedStatus().isPresent())
                .skip(1)
                .forEach(each ->
                        reading.refuse(
                                each.spot(),
                                "a status is expected already",
                                "remove one of the two"));
    }

    private void refuseOriginsThatNobodyNames() {
        if (path.filter(asked -> !asked.contains(Expectation.ORIGIN)).isPresent()) {
            refuseAll(
                    each -> !each.from("").equals(each),
                    new Refusal(
                            "the path has no {origin}, so none may be known",
                            "write the address itself"));
        }
    }

    private void refuseAll(Predicate<Expectation> which, Refusal refusal) {
        expectations.stream()
                .filter(each -> which.test(each.value()))
                .forEach(each -> reading.refuse(each.spot(), refusal.reason(), refusal.remedy()));
    }

    private boolean expects(Class<? extends Expectation> kind) {
        return expectations.stream().anyMatch(each -> kind.isInstance(each.value()));
    }

    private Optional<Integer> status() {
        return expectations.stream()
                .map(Reader.Located::value)
                .flatMap(each -> each.wantedStatus().stream().boxed())
                .findFirst();
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status <= 399;
    }

    private static boolean isPicture(Expectation expectation) {
        return isAboutTheFile(expectation) || expectation instanceof Expectation.CardAsRequested;
    }

    private static boolean isAboutTheFile(Expectation expectation) {
        return expectation instanceof Expectation.ImageIs
                || expectation instanceof Expectation.ColourIs;
    }
}
