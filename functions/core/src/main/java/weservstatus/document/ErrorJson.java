package weservstatus.document;

import java.util.Optional;

/**
 * The one shape of every error.
 *
 * @param status the HTTP status, repeated for those who only see the body
 * @param code a word for programs
 * @param message a sentence for people
 * @param parameter the query parameter at fault, absent when none is
 */
public record ErrorJson(int status, String code, String message, Optional<String> parameter) {
    public byte[] bytes() {
        return Json.document(json -> json.object("error", this::write));
    }

    private void write(Json json) {
        json.number("status", status);
        json.text("code", code);
        json.text("message", message);
        json.text("parameter", parameter);
    }
}
