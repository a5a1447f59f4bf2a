package weservstatus.probe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import weservstatus.check.DnsCheck;
import weservstatus.check.Target;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Phase;

/** Looks a name up once, anew, and holds what came against what the check expects. */
final class DnsProber {
    private static final String METHOD = "DNS";

    private final ProbeSettings settings;

    DnsProber(ProbeSettings settings) {
        this.settings = settings;
    }

    /** Performs the check once, within {@code limit}. */
    Attempt probe(DnsCheck check, Target target, Duration limit) {
        DnsQuestion question = DnsQuestion.of(check, target);
        PhaseClock clock = new PhaseClock(settings.ticker());
        Instant started = settings.time().instant();
        clock.enter(Phase.DNS);
        DnsReply reply = question.ask(limit);
        clock.stop();
        return switch (reply) {
            case DnsReply.Silence(String why, FailureReason reason) ->
                    new Attempt(
                            check.id(),
                            new Exchange.Broken(
                                    METHOD,
                                    shown(question),
                                    List.of(),
                                    started,
                                    clock.phases(),
                                    false,
                                    Failure.in(Phase.DNS, reason, why)),
                            List.of());
            case DnsReply.Answer(String outcome, Set<String> values) ->
                    new Attempt(
                            check.id(),
                            new Exchange.Reached(
                                    METHOD,
                                    shown(question),
                                    started,
                                    clock.phases(),
                                    false,
                                    question.resolver().address().getHostAddress()),
                            List.of(judge(check, question, outcome, values)));
        };
    }

    private static Finding judge(
            DnsCheck check, DnsQuestion question, String outcome, Set<String> values) {
        Set<String> actual =
                values.stream()
                        .flatMap(value -> check.type().normal(value).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        boolean any = check.answers().isEmpty();
        boolean holds = any ? !actual.isEmpty() : actual.equals(check.answers());
        String what = check.type() + " of " + question.name() + ": ";
        String expected = what + (any ? "any" : String.join(", ", check.answers()));
        String came = actual.isEmpty() ? outcome : String.join(", ", actual);
        return new Held(expected, came).as(holds, FailureReason.DNS);
    }

    /** After RFC 4501. */
    private static URI shown(DnsQuestion question) {
        return URI.create(
                "dns://"
                        + question.resolver()
                        + "/"
                        + question.name()
                        + "?type="
                        + question.type());
    }
}
