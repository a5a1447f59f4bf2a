package weservstatus.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lies that only several requests together find out. For some of them the service must read its own
 * answers; {@link #readingItself} does that with what was recorded for the same two operations.
 */
final class JourneyLies {
    private static final String OWN = "url=http%3A%2F%2F127.0.0.1%3A";

    private JourneyLies() {}

    static List<Lie> all() {
        return List.of(
                Lie.of(
                        "a cache that never stores",
                        (asked, told) ->
                                asked.isNew()
                                        ? told.header("X-Cache-Status", value -> "MISS")
                                        : told),
                Lie.of(
                        "a cache that hands out another picture",
                        (asked, told) ->
                                told.headers().stream().anyMatch(each -> each.value().equals("HIT"))
                                        ? told.body(PictureLies.recorded("f3d4731563736847.webp"))
                                        : told),
                Lie.of(
                        "facts that disagree with the picture",
                        (asked, told) ->
                                asked.says("output=json")
                                        ? told.text(text -> text.replace("240", "241"))
                                        : told),
                Lie.of(
                        "half the width gives another picture",
                        (asked, told) ->
                                asked.says("w=160&nonce")
                                        ? Painting.repacked(told, Painting::upsideDown, 1)
                                        : told),
                Lie.mishearing(
                        "an AVIF with other pixels inside",
                        asked -> readBack(asked, "avif", inner -> inner.withAlso("flop"))),
                Lie.mishearing(
                        "what was turned is not turned again",
                        asked -> readBack(asked, "ro=180", inner -> inner.withAlso("ro=180"))));
    }

    /** The truth of a service that fetches from its own address. */
    static Lie readingItself() {
        return Lie.mishearing(
                "a service that reads from itself",
                asked -> readBack(readBack(asked, "avif", i -> i), "ro=180", i -> i));
    }

    /**
     * In place of an answer of its own the picture as it was before the operation, saved as PNG.
     *
     * @param operation of the answer that is read back
     * @param lie what is done to the picture besides
     */
    private static Asked readBack(Asked asked, String operation, UnaryOperator<Asked> lie) {
        if (!asked.says(OWN) || !asked.says(operation)) {
            return asked;
        }
        String address =
                URLDecoder.decode(
                        asked.request().split("url=", 2)[1].split("&", 2)[0],
                        StandardCharsets.UTF_8);
        Asked before = new Asked(asked.method(), "/?" + URI.create(address).getRawQuery());
        return lie.apply(before.without("output").without("ro").without("nonce"));
    }
}
