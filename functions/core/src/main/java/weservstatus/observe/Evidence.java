package weservstatus.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Check;

/**
 * All that is kept of one bad attempt for whoever looks into it, free of {@link Secrets}.
 *
 * @param check the definition that was held against the answer
 * @param observation what was decided
 * @param exchange request and answer; of the answer's body the first {@value #MAX_BODY} bytes
 * @param bodyBytes how long the whole body was
 * @param findings every expectation with what was there, in the order of the check
 * @param picture a PNG: expected beside received beside difference; absent where no picture was due
 *     or none came
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
public record Evidence(
        EvidenceId id,
        Check check,
        Observation observation,
        Exchange exchange,
        long bodyBytes,
        List<Finding> findings,
        String curl,
        Optional<byte[]> picture) {
    public static final int MAX_BODY = 64 * 1024;

    public Evidence {
        findings = List.copyOf(findings);
    }

    /** What may be published of an attempt. */
    public static Evidence of(
            EvidenceId id,
            Check check,
            Attempt attempt,
            Observation observation,
            Optional<byte[]> picture) {
        Secrets secrets = Secrets.of(attempt.exchange());
        Exchange shown = shown(attempt.exchange(), secrets);
        return new Evidence(
                id,
                check,
                observation,
                shown,
                attempt.exchange().answered().map(answer -> answer.body().length).orElse(0),
                attempt.findings().stream().map(secrets::hidden).toList(),
                ShellLine.of(check, shown),
                picture);
    }

    /** The failure in words that may be published. */
    public Optional<Failure> failure() {
        return Secrets.of(exchange).hidden(observation.failure());
    }

    private static Exchange shown(Exchange exchange, Secrets secrets) {
        List<Header> headers = exchange.requestHeaders().stream().map(secrets::hidden).toList();
        return switch (exchange) {
            case Exchange.Answered answered ->
                    new Exchange.Answered(
                            exchange.method(),
                            secrets.hidden(exchange.url()),
                            headers,
                            exchange.started(),
                            exchange.phases(),
                            exchange.cold(),
                            shown(answered.answer(), secrets));
            case Exchange.Reached reached -> reached;
            case Exchange.Broken broken ->
                    new Exchange.Broken(
                            exchange.method(),
                            secrets.hidden(exchange.url()),
                            headers,
                            exchange.started(),
                            exchange.phases(),
                            exchange.cold(),
                            secrets.hidden(Optional.of(broken.failure())).orElseThrow());
        };
    }

    private static Answer shown(Answer answer, Secrets secrets) {
        byte[] body = answer.body();
        byte[] start = body.length > MAX_BODY ? Arrays.copyOf(body, MAX_BODY) : body;
        return new Answer(
                answer.status(),
                answer.headers().stream().map(secrets::hidden).toList(),
                secrets.hidden(start),
                answer.httpVersion(),
                answer.remoteAddress(),
                answer.tls());
    }
}
