package weservstatus.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.Expectation;
import weservstatus.check.HttpMethod;
import weservstatus.check.Likeness;
import weservstatus.check.Step;
import weservstatus.check.Take;

/** The keys of a step of a journey. */
final class StepFields {
    static final Field<String> NAME =
            Field.required(
                    "name",
                    Scalars.slug(),
                    "What later steps and messages call it; an id within the check.",
                    "name: first");
    static final Field<String> EACH =
            Field.optional(
                    "each",
                    Scalars.slug(),
                    "Name of what an earlier step took: one request for each of its values.",
                    "one request");
    static final Field<String> PATH =
            Field.required(
                    "path",
                    Requests.stepPath(),
                    "Path and query, as of a check; {name} stands for what an earlier step took.",
                    "path: /?url={origin}/card.png&w=320&nonce={nonce}");
    static final Field<Integer> TRIES =
            Field.optional(
                    "tries",
                    Scalars.wholeInt(1, 10),
                    "How often to ask at most while nothing is wrong but that the answer comes from"
                            + " no cache; beside cache: hit, for instances with several caches.",
                    "1");
    static final Field<List<Reader.Located<Likeness>>> PICTURE =
            Field.optional(
                    "picture",
                    new ListOf<>("likeness", 10, Likenesses.any().located()),
                    "What the picture must be, by itself or beside that of an earlier step.",
                    "not asked");
    static final Field<List<Reader.Located<Take>>> TAKE =
            Field.optional(
                    "take",
                    new ListOf<>("value to take", 10, Takes.reader().located()),
                    "What later steps need from the answer.",
                    "nothing");
    static final Field<String> UNLESS_REFUSED =
            Field.optional(
                    "unlessRefused",
                    Scalars.line(200),
                    "What is to be said where the service declines the request with an error of its"
                            + " own (JSON, status 400 or 404), which is no failure then: for"
                            + " requests that make it read from itself.",
                    "a refusal is a failure");

    private StepFields() {}

    static Reader<Section> reader() {
        return new SectionReader(
                        "a step",
                        NAME,
                        EACH,
                        CheckFields.METHOD,
                        PATH,
                        CheckFields.HEADERS,
                        CheckFields.REDIRECTS,
                        TRIES,
                        CheckFields.EXPECT,
                        PICTURE,
                        TAKE,
                        UNLESS_REFUSED)
                .with(StepFields::requireSomethingToHold, somethingToHoldSchema())
                .with(StepFields::requireACacheToTry, Map.of())
                .with(ExpectationRules.of(PATH));
    }

    /** A step that holds nothing against its answer could not fail. */
    private static void requireSomethingToHold(Section step, Reading reading) {
        if (!step.has(CheckFields.EXPECT) && !step.has(PICTURE)) {
            reading.refuse(
                    step.spot(),
                    "neither expect nor picture is given",
                    "add one, such as expect: [{status: 200}]");
        }
    }

    /** Anything else that is repeated until it holds would hide a failure in two. */
    private static void requireACacheToTry(Section step, Reading reading) {
        boolean cached =
                values(step.find(CheckFields.EXPECT)).contains(new Expectation.FromCache(true));
        if (step.has(TRIES) && (!cached || step.has(EACH))) {
            reading.refuse(
                    step.spotOf(TRIES),
                    "only an answer that a cache should have is tried again, one request at a time",
                    "remove tries, or expect cache: hit without each");
        }
    }

    private static Map<String, Object> somethingToHoldSchema() {
        return Map.of(
                "anyOf",
                List.of(
                        Map.of("required", List.of(CheckFields.EXPECT.name())),
                        Map.of("required", List.of(PICTURE.name()))));
    }

    static Step step(Section step) {
        return new Step(
                step.of(NAME),
                step.find(EACH),
                step.orElse(CheckFields.METHOD, HttpMethod.GET),
                step.of(PATH),
                step.orElse(CheckFields.HEADERS, Map.of()),
                step.orElse(CheckFields.REDIRECTS, 0),
                step.orElse(TRIES, 1),
                values(step.find(CheckFields.EXPECT)),
                values(step.find(PICTURE)),
                values(step.find(TAKE)),
                step.find(UNLESS_REFUSED));
    }

    private static <T> List<T> values(Optional<List<Reader.Located<T>>> located) {
        return located.orElse(List.of()).stream().map(Reader.Located::value).toList();
    }
}
