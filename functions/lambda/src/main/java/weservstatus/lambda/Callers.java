package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import weservstatus.api.Request;
import weservstatus.api.VisitorAddress;

/**
 * Tells visitors apart. The API says who called it; where that was the stack's own CDN, which shows
 * the stack's id, the CDN says who called it. Anybody else may have made up what it says.
 *
 * @param stackId holds random bits and is published nowhere; absent: no CDN is believed
 * @param otherwise what digests are made with where there is no such id
 */
record Callers(Optional<String> stackId, String otherwise) {
    static final String SHOWN = "x-weserv-status-stack";

    String visitor(Request request) {
        String chain = request.header(ApiEvent.FORWARDED).orElse("");
        String nearest = chain.substring(chain.lastIndexOf(',') + 1).strip();
        boolean byCdn = stackId.isPresent() && request.header(SHOWN).equals(stackId);
        return VisitorAddress.of(request, address -> byCdn && address.equals(nearest));
    }

    /** What makes digests of visitors worthless to who has the table alone. */
    byte[] key() {
        return stackId.orElse(otherwise).getBytes(StandardCharsets.UTF_8);
    }
}
