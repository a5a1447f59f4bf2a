package weservstatus.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weservstatus.check.AddressFamily;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpVersion;

/** The same request as a line for a shell. */
public final class CurlLine {
    private CurlLine() {}

    /** A line that asks as the check did and writes the answer to a file. */
    public static String of(Check check, Exchange exchange) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-D", "-", "-o", "answer"));
        switch (check) {
            case HttpCheck http -> words.addAll(options(http));
        }
        switch (exchange.method()) {
            case "GET" -> {}
            case "HEAD" -> words.add("--head");
            default -> words.addAll(List.of("-X", exchange.method()));
        }
        exchange.requestHeaders().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Host"))
                .forEach(header ->
                        words.addAll(List.of("-H", header.name() + ": " + header.value())));
        words.add(exchange.url().toString());
        return words.stream().map(CurlLine::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> options(HttpCheck check) {
        List<String> words = new ArrayList<>();
        words.add(check.version() == HttpVersion.HTTP_2 ? "--http2" : "--http1.1");
        words.addAll(
                switch (check.family()) {
                    case AddressFamily.ANY -> List.<String>of();
                    case AddressFamily.IPV4 -> List.of("-4");
                    case AddressFamily.IPV6 -> List.of("-6");
                });
        words.addAll(List.of("--max-time", seconds(check)));
        if (check.redirects() > 0) {
            words.addAll(List.of("-L", "--max-redirs", Integer.toString(check.redirects())));
        }
        return words;
    }

    private static String seconds(HttpCheck check) {
        return Long.toString(Math.max(1, check.timeout().toSeconds()));
    }

    /** As a shell reads it back unchanged. */
    public static String quoted(String word) {
        boolean plain = word.matches("[A-Za-z0-9._/:=@%+,-]+");
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
