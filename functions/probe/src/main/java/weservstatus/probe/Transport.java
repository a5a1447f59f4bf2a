package weservstatus.probe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import weservstatus.observe.Answer;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.Phases;

/** Asks one question, follows the redirects that it may, and reports all of it as a value. */
final class Transport {
    private final ProbeSettings settings;
    private final Asking asking;
    private final Warmth warmth = new Warmth();

    Transport(ProbeSettings settings, Asking asking) {
        this.settings = settings;
        this.asking = asking;
    }

    Exchange exchange(Question question, int redirects, Duration limit) {
        String method = question.method().name();
        URI url = URI.create(question.url().toString());
        boolean cold = warmth.isCold(question.url());
        Instant started = settings.time().instant();
        Deadline deadline = new Deadline(limit, settings.ticker());
        PhaseClock clock = new PhaseClock(settings.ticker());
        Reply reply = new Trail(asking, redirects, clock, deadline).ask(question);
        Phases phases = clock.phases();
        return switch (reply) {
            case Reply.Complete(Answer answer) -> {
                warmth.answered(question.url());
                yield new Exchange.Answered(
                        method, url, question.headers(), started, phases, cold, answer);
            }
            case Reply.Lost(Failure failure) ->
                    new Exchange.Broken(
                            method, url, question.headers(), started, phases, cold, failure);
        };
    }
}
