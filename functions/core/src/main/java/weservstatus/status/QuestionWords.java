package weservstatus.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import weservstatus.check.AddressFamily;
import weservstatus.check.Check;
import weservstatus.check.DnsCheck;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Step;
import weservstatus.check.Target;
import weservstatus.check.TcpCheck;
import weservstatus.observe.Secrets;
import weservstatus.status.CheckReport.Question;

/** Says in plain words what a check asks and what must come. */
final class QuestionWords {
    private QuestionWords() {}

    static Question of(Check check, Target target) {
        return new Question(
                kind(check),
                target.id().value(),
                asks(check, target).stream().map(Secrets.NAMED::hidden).toList(),
                asserts(check, target).stream().map(Secrets.NAMED::hidden).toList());
    }

    private static String kind(Check check) {
        return switch (check) {
            case HttpCheck _ -> "http";
            case JourneyCheck _ -> "journey";
            case TcpCheck _ -> "tcp";
            case DnsCheck _ -> "dns";
            case HeartbeatCheck _ -> "heartbeat";
        };
    }

    private static List<String> asks(Check check, Target target) {
        return switch (check) {
            case HttpCheck http -> List.of(request(http.method(), target, http.path()));
            case JourneyCheck journey ->
                    journey.steps().stream()
                            .map(step -> request(step.method(), target, step.path()))
                            .toList();
            case TcpCheck tcp -> List.of("TCP " + tcp.hostAt(target) + ":" + tcp.port());
            case DnsCheck dns -> List.of("DNS " + dns.hostAt(target) + " " + dns.type().name());
            case HeartbeatCheck _ -> List.of();
        };
    }

    private static String request(HttpMethod method, Target target, String path) {
        return method.name() + " " + target.url() + path;
    }

    private static List<String> asserts(Check check, Target target) {
        List<String> sentences = new ArrayList<>();
        switch (check) {
            case HttpCheck http -> {
                family(http.family(), sentences);
                http.expectations().stream().map(AssertionWords::of).forEach(sentences::add);
            }
            case JourneyCheck journey ->
                    journey.steps().forEach(step -> sentences.addAll(ofStep(step)));
            case TcpCheck tcp -> {
                family(tcp.family(), sentences);
                sentences.add("A connection is accepted.");
            }
            case DnsCheck dns -> sentences.add(answers(dns, dns.hostAt(target)));
            case HeartbeatCheck beat ->
                    sentences.add(
                            "The service calls us every %s, and no more than %s late."
                                    .formatted(length(beat.interval()), length(beat.grace())));
        }
        return sentences;
    }

    private static void family(AddressFamily family, List<String> sentences) {
        switch (family) {
            case ANY -> {}
            case IPV4 -> sentences.add("It answers over IPv4.");
            case IPV6 -> sentences.add("It answers over IPv6.");
        }
    }

    private static List<String> ofStep(Step step) {
        List<String> sentences = new ArrayList<>();
        step.expectations().stream().map(AssertionWords::of).forEach(sentences::add);
        step.picture().stream().map(AssertionWords::of).forEach(sentences::add);
        return sentences.stream().map(sentence -> step.name() + ": " + sentence).toList();
    }

    private static String answers(DnsCheck dns, String host) {
        return dns.answers().isEmpty()
                ? "The name %s is known.".formatted(host)
                : "The name %s leads to %s and nothing else."
                        .formatted(host, String.join(", ", dns.answers()));
    }

    /** As in {@code 60 s} or {@code 15 min}. */
    static String length(Duration duration) {
        boolean minutes = duration.toSeconds() >= 120 && duration.toSeconds() % 60 == 0;
        boolean whole = duration.toMillis() % 1_000 == 0;
        String seconds =
                whole
                        ? Long.toString(duration.toSeconds())
                        : Double.toString(duration.toMillis() / 1_000.0);
        return minutes ? duration.toMinutes() + " min" : seconds + " s";
    }
}
