package weservstatus.config;

import java.util.Optional;
import weservstatus.check.Expectation;

/** How an expectation about an error of the service is written. */
final class ErrorExpectations {
    private static final Field<Integer> STATUS =
            Field.optional(
                    "status", Scalars.wholeInt(100, 599), "The status code.", "the same as code");
    private static final Field<Integer> CODE =
            Field.required(
                    "code",
                    Scalars.wholeInt(400, 599),
                    "The code in the body, a number.",
                    "code: 404");
    private static final Field<String> MESSAGE =
            Field.optional(
                    "message", Scalars.line(500), "The message contains this text.", "not asked");
    private static final Field<String> MESSAGE_MATCHES =
            Field.optional(
                    "matches",
                    Scalars.regex(),
                    "The whole message matches this regular expression.",
                    "not asked");

    private ErrorExpectations() {}

    static Reader<Expectation.ErrorIs> error() {
        return new SectionReader("an error expectation", STATUS, CODE, MESSAGE, MESSAGE_MATCHES)
                .with(ErrorExpectations::refuseOtherStatuses)
                .as(error ->
                        new Expectation.ErrorIs(
                                error.orElse(STATUS, error.of(CODE)),
                                error.of(CODE),
                                error.find(MESSAGE),
                                error.find(MESSAGE_MATCHES)));
    }

    /** The service repeats its status as the code, except under a redirect to the default. */
    private static void refuseOtherStatuses(Section error, Reading reading) {
        Optional<Integer> code = error.find(CODE);
        error.find(STATUS)
                .filter(status -> status < 300 || status > 399)
                .filter(status -> code.filter(each -> !each.equals(status)).isPresent())
                .ifPresent(status ->
                        reading.refuse(
                                error.spotOf(STATUS),
                                "an error's code is its status, here " + code.orElseThrow(),
                                "remove status; only a redirect has another"));
    }
}
