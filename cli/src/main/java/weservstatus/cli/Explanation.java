package weservstatus.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.PlainCheck;
import weservstatus.check.Step;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.ShellLine;
import weservstatus.observe.Side;
import weservstatus.observe.StepAttempt;
import weservstatus.observe.TlsFacts;

/**
 * Everything that was seen of one check: request, phases, answer, each expectation, a curl line; of
 * a journey for each request.
 */
final class Explanation {
    private final Seen seen;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Seen seen) {
        this.seen = seen;
    }

    static String of(Seen seen) {
        return new Explanation(seen).text();
    }

    private String text() {
        head();
        seen.attempt().ifPresent(this::attempt);
        return String.join("\n", lines) + "\n";
    }

    private void attempt(Attempt attempt) {
        switch (seen.check()) {
            case JourneyCheck journey -> attempt.steps().forEach(each -> step(journey, each));
            case HttpCheck _, PlainCheck _ ->
                    request(seen.check(), attempt.exchange(), attempt.findings());
        }
    }

    private void step(JourneyCheck journey, StepAttempt attempt) {
        lines.add("  step          " + attempt.label());
        Step step = journey.step(attempt.step());
        request(journey.request(step, step.path()), attempt.exchange(), attempt.findings());
    }

    private void request(Check check, Exchange exchange, List<Finding> findings) {
        lines.add("  request       " + exchange.method() + " " + exchange.url());
        exchange.requestHeaders().forEach(this::header);
        lines.add(
                "  phases        " + phases(exchange.phases()) + (exchange.cold() ? ", cold" : ""));
        exchange.answered().ifPresent(this::answer);
        findings.forEach(this::finding);
        lines.add("  again with    " + ShellLine.of(check, exchange));
    }

    private void head() {
        Observation observation = seen.observation();
        String side =
                observation.side().map(Side::label).map(label -> ", side " + label).orElse("");
        lines.add(
                seen.check().id()
                        + " ("
                        + seen.check().name()
                        + "): "
                        + observation.result().label()
                        + side);
        observation
                .failure()
                .ifPresent(failure -> lines.add("  because       " + because(failure)));
    }

    private static String because(Failure failure) {
        String phase = failure.phase().map(p -> " in phase " + p.label()).orElse("");
        return failure.reason() + phase + ": " + failure.message();
    }

    private void header(Header header) {
        lines.add("                " + header.name() + ": " + header.value());
    }

    private static String phases(Phases phases) {
        return Arrays.stream(Phase.values())
                        .map(phase -> phase.label() + " " + Times.text(phases.micros(phase)))
                        .collect(Collectors.joining(", "))
                + ", total "
                + Times.text(phases.totalMicros());
    }

    private void answer(Answer answer) {
        lines.add("  answered by   " + answer.remoteAddress() + ", " + answer.httpVersion());
        answer.tls().ifPresent(this::tls);
        lines.add("  answer        " + answer.status() + ", " + answer.body().length + " bytes");
        answer.headers().forEach(this::header);
    }

    private void tls(TlsFacts tls) {
        lines.add("  TLS           " + tls.version() + ", certificates until " + tls.expires());
        tls.chain().forEach(subject -> lines.add("                " + subject));
    }

    private void finding(Finding finding) {
        String mark = finding.failure().isPresent() ? "  NOT HELD      " : "  held          ";
        lines.add(mark + finding.expected() + "; actual: " + finding.actual());
    }
}
