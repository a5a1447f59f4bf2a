package weservstatus.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weservstatus.store.Sha256Hex;
import weservstatus.usecase.FieldFault;
import weservstatus.usecase.Mandate;

/**
 * A request beyond its line of the table.
 *
 * @param variables of the path
 */
public record Asked(Map<String, String> variables, Request request) {
    private static final String KEY = "Idempotency-Key";
    private static final String CONDITION = "If-Match";
    private static final Pattern KEY_SYNTAX = Pattern.compile("[\\x21-\\x7e]{8,200}");
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");
    private static final String UNPROVEN = "nobody";

    public Asked {
        variables = Map.copyOf(variables);
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.query().get(name));
    }

    /** A parameter of the query that is a number. */
    int number(WholeNumber number) {
        return number.read(parameter(number.name()))
                .orElseThrow(() ->
                        refused(
                                400,
                                "bad-parameter",
                                new FieldFault(
                                        number.name(),
                                        "it is no number within the bounds",
                                        "give one from %d to %d"
                                                .formatted(number.min(), number.max()))));
    }

    /** The JSON object that was sent. */
    Form form() {
        return Form.read(request);
    }

    /** What creates something: the client gives a key, so that it may safely ask again. */
    Mandate creating() {
        String key = request.header(KEY).orElseThrow(Asked::withoutKey);
        if (!KEY_SYNTAX.matcher(key).matches()) {
            throw refused(
                    400,
                    "bad-key",
                    new FieldFault(
                            KEY, "it is no key", "send 8 to 200 visible characters of ASCII"));
        }
        String what = request.method() + " " + request.path();
        byte[] named = what.getBytes(StandardCharsets.UTF_8);
        String digest = Sha256Hex.of(named) + Sha256Hex.of(request.body());
        return new Mandate(who(), expected(), Optional.of(new Mandate.Key(key, digest)));
    }

    /** What changes something: the client says which version it has seen. */
    Mandate changing() {
        if (expected().isEmpty()) {
            throw refused(
                    428,
                    "condition-required",
                    new FieldFault(
                            CONDITION,
                            "it is missing",
                            "send the ETag of what you have read, so that nobody's change is lost"));
        }
        return new Mandate(who(), expected(), Optional.empty());
    }

    private Optional<Long> expected() {
        return request.header(CONDITION).map(Asked::version);
    }

    private static long version(String header) {
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw refused(
                    400,
                    "bad-condition",
                    new FieldFault(CONDITION, "it is no ETag of ours", "send the ETag as it came"));
        }
        return Long.parseLong(tag.group(1));
    }

    private static Unacceptable withoutKey() {
        return refused(
                400,
                "key-required",
                new FieldFault(
                        KEY,
                        "it is missing",
                        "send a new random key, and the same one when you ask again"));
    }

    private static Unacceptable refused(int status, String name, FieldFault fault) {
        return new Unacceptable(Problem.unfit(status, name, fault));
    }

    private String who() {
        return request.caller().orElse(UNPROVEN);
    }
}
