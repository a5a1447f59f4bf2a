package weservstatus.probe;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import weservstatus.check.Expectation.ErrorIs;
import weservstatus.observe.Answer;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** The form in which the service says what went wrong, on which programs rely. */
final class ErrorContract {
    private static final String JSON = "application/json";

    private ErrorContract() {}

    /** Findings about everything but the status. */
    static Stream<Finding> judge(ErrorIs is, Answer answer) {
        return Stream.of(type(answer), body(is, answer));
    }

    private static Finding type(Answer answer) {
        String type = answer.mediaType();
        return new Held(
                        "an error as " + JSON,
                        type.isEmpty() ? "one without Content-Type" : "one as " + Words.cut(type))
                .as(type.equals(JSON), FailureReason.HEADER);
    }

    private static Finding body(ErrorIs is, Answer answer) {
        Optional<JsonNode> tree = JsonValue.tree(answer);
        boolean holds = tree.filter(error -> isError(error, is)).isPresent();
        String actual =
                tree.isPresent()
                        ? Words.cut(answer.text())
                        : "no JSON but " + Words.quoted(answer.text());
        return new Held(expected(is), actual).as(holds, FailureReason.BODY);
    }

    private static boolean isError(JsonNode error, ErrorIs is) {
        JsonNode code = error.path("code");
        JsonNode message = error.path("message");
        return error.path("status").asString("").equals("error")
                && code.isInt()
                && code.intValue() == is.code()
                && message.isString()
                && fits(message.stringValue(), is);
    }

    private static boolean fits(String message, ErrorIs is) {
        return !message.isBlank()
                && is.message().filter(text -> !message.contains(text)).isEmpty()
                && is.matches().filter(regex -> !message.matches(regex)).isEmpty();
    }

    private static String expected(ErrorIs is) {
        return "a JSON error with code %d and a message%s%s"
                .formatted(
                        is.code(),
                        is.message().map(text -> " with " + Words.quoted(text)).orElse(""),
                        is.matches().map(regex -> " matching " + regex).orElse(""));
    }
}
