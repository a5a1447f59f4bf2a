package weservstatus.image;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import weservstatus.observe.Answer;

/**
 * The picture in an answer.
 *
 * @param mediaType what the answer calls it
 */
record Payload(Bytes bytes, String mediaType) {

    /** The body as it is. */
    static Payload of(Answer answer) {
        return new Payload(new Bytes(answer.body()), answer.mediaType());
    }

    /**
     * The picture inside a {@code data:} address, for {@code encoding=base64}.
     *
     * @throws UnreadableException when the body is no such address
     */
    static Payload ofDataAddress(Answer answer) throws UnreadableException {
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1).strip();
        int comma = text.indexOf(";base64,");
        if (!text.startsWith("data:") || comma < 0) {
            throw new UnreadableException("not a data: address with base64");
        }
        try {
            byte[] picture = Base64.getDecoder().decode(text.substring(comma + 8));
            return new Payload(new Bytes(picture), text.substring(5, comma));
        } catch (IllegalArgumentException notBase64) {
            throw new UnreadableException("cut short: the base64 text does not decode");
        }
    }
}
