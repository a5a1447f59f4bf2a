package weservstatus.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import weservstatus.observe.Header;

/** What a fault makes of an honest answer. */
final class Sabotage {
    private static final Recording BAD_GATEWAY =
            new Recording(
                    502,
                    List.of(
                            new Header("Content-Type", "text/html"),
                            new Header("X-Images-Api", "5"),
                            new Header("Access-Control-Allow-Origin", "*")),
                    """
                    <html>
                    <head><title>502 Bad Gateway</title></head>
                    <body>
                    <center><h1>502 Bad Gateway</h1></center>
                    <hr><center>nginx</center>
                    </body>
                    </html>
                    """
                            .getBytes(StandardCharsets.UTF_8),
                    Duration.ofMillis(1));

    private Sabotage() {}

    static Recording of(Fault fault, Recording honest) {
        return switch (fault) {
            case NONE -> honest;
            case WEBP_BREAKS ->
                    honest.isOfType("image/webp") ? honest.withBody(png(honest.body())) : honest;
            case ALL_DOWN -> BAD_GATEWAY;
        };
    }

    /** A real PNG, the test card as it lies at the origin; an answer to HEAD stays without body. */
    private static byte[] png(byte[] honest) {
        return honest.length == 0 ? honest : Recordings.originFile("card.png").orElseThrow();
    }
}
