package weservstatus.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weservstatus.check.AddressFamily;
import weservstatus.check.Check;
import weservstatus.check.DnsCheck;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpVersion;
import weservstatus.check.JourneyCheck;
import weservstatus.check.TcpCheck;

/** The same question as a line for a shell. */
public final class ShellLine {
    private ShellLine() {}

    /** A line that asks as the check did; an HTTP answer goes to a file. */
    public static String of(Check check, Exchange exchange) {
        List<String> words =
                switch (check) {
                    case HttpCheck http -> curl(http, exchange);
                    case DnsCheck dns -> dig(dns, exchange);
                    case HeartbeatCheck heartbeat ->
                            throw new IllegalArgumentException(
                                    heartbeat.id() + " is waited for, not asked");
                    case JourneyCheck journey ->
                            curl(journey.request(journey.steps().getFirst(), "/"), exchange);
                    case TcpCheck tcp -> netcat(tcp, exchange);
                };
        return words.stream().map(ShellLine::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> dig(DnsCheck check, Exchange exchange) {
        List<String> words = new ArrayList<>(List.of("dig"));
        check.resolver()
                .ifPresent(server ->
                        words.addAll(
                                List.of(
                                        "@" + server.address().getHostAddress(),
                                        "-p",
                                        Integer.toString(server.port()))));
        words.addAll(List.of(exchange.url().getPath().substring(1), check.type().name()));
        return words;
    }

    private static List<String> netcat(TcpCheck check, Exchange exchange) {
        List<String> words = new ArrayList<>(List.of("nc", "-z", "-v"));
        words.addAll(family(check.family()));
        words.addAll(List.of("-w", seconds(check)));
        String host = exchange.url().getHost().replaceAll("[\\[\\]]", "");
        words.addAll(List.of(host, Integer.toString(check.port())));
        return words;
    }

    private static List<String> curl(HttpCheck check, Exchange exchange) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-D", "-", "-o", "answer"));
        words.addAll(options(check));
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
        return words;
    }

    private static List<String> options(HttpCheck check) {
        List<String> words = new ArrayList<>();
        words.add(check.version() == HttpVersion.HTTP_2 ? "--http2" : "--http1.1");
        words.addAll(family(check.family()));
        words.addAll(List.of("--max-time", seconds(check)));
        if (check.redirects() > 0) {
            words.addAll(List.of("-L", "--max-redirs", Integer.toString(check.redirects())));
        }
        return words;
    }

    private static List<String> family(AddressFamily family) {
        return switch (family) {
            case ANY -> List.of();
            case IPV4 -> List.of("-4");
            case IPV6 -> List.of("-6");
        };
    }

    private static String seconds(Check check) {
        return Long.toString(Math.max(1, check.timeout().toSeconds()));
    }

    /** As a shell reads it back unchanged. */
    public static String quoted(String word) {
        boolean plain = word.matches("[A-Za-z0-9._/:=@%+,-]+");
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
