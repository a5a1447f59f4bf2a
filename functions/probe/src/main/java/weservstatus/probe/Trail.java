package weservstatus.probe;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import weservstatus.observe.Answer;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/** One attempt's way from hop to hop, under one deadline and on one clock. */
final class Trail {
    private final Asking asking;
    private final int redirects;
    private final PhaseClock clock;
    private final Deadline deadline;
    private final Set<HttpUrl> asked = new HashSet<>();

    Trail(Asking asking, int redirects, PhaseClock clock, Deadline deadline) {
        this.asking = asking;
        this.redirects = redirects;
        this.clock = clock;
        this.deadline = deadline;
    }

    Reply ask(Question question) {
        asked.add(question.url());
        Reply reply = new Hop(asking, question, clock, deadline).ask();
        return switch (reply) {
            case Reply.Lost lost -> lost;
            case Reply.Complete(Answer answer) ->
                    destination(answer)
                            .map(location -> onward(question, answer.status(), location))
                            .orElse(reply);
        };
    }

    private Optional<String> destination(Answer answer) {
        return redirects == 0 ? Optional.empty() : Redirect.location(answer);
    }

    private Reply onward(Question question, int status, String location) {
        Optional<Question> next = Redirect.follow(question, status, location);
        if (next.isEmpty()) {
            return astray("A redirect leads to " + Words.quoted(location) + ", no web address");
        }
        if (asked.contains(next.get().url())) {
            return astray("The redirects run in a circle, back to " + next.get().url());
        }
        if (asked.size() > redirects) {
            return astray("The answer redirects more than " + redirects + " times");
        }
        return ask(next.get());
    }

    private static Reply astray(String message) {
        return new Reply.Lost(Failure.in(Phase.TRANSFER, FailureReason.PROTOCOL, message));
    }
}
