package weservstatus.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Likeness;
import weservstatus.check.Step;
import weservstatus.check.Take;
import weservstatus.check.Target;
import weservstatus.observe.Answer;
import weservstatus.observe.Asked;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.Finding;
import weservstatus.observe.StepAttempt;

/** One run of a journey: step after step within one time limit, until one fails. */
final class JourneyProbe {
    private final JourneyCheck check;
    private final Target target;
    private final Asks asks;
    private Duration left;
    private final String nonce;
    private final Bag bag = new Bag();
    private final List<StepAttempt> attempts = new ArrayList<>();

    /** What every run needs. */
    record Asks(
            ProbeSettings settings,
            Transport transport,
            ExpectationJudge expectations,
            LikenessJudge likenesses) {}

    JourneyProbe(JourneyCheck check, Target target, Asks asks, Duration limit) {
        this.check = check;
        this.target = target;
        this.asks = asks;
        this.left = limit;
        this.nonce = asks.settings().nonces().get();
    }

    Attempt run() {
        for (Step step : check.steps()) {
            if (!bag.lacksGroundFor(step) && !run(step)) {
                break;
            }
        }
        StepAttempt last = attempts.getLast();
        return new Attempt(
                check.id(),
                last.exchange(),
                attempts.stream().flatMap(each -> each.findings().stream()).toList(),
                attempts);
    }

    /** Whether the journey may go on. */
    private boolean run(Step step) {
        List<String> paths = bag.paths(step);
        for (int i = 0; i < paths.size(); i++) {
            StepAttempt attempt = tried(step, paths.get(i), step.each().isEmpty() ? 0 : i + 1);
            attempts.add(attempt);
            if (hasFailed(attempt)) {
                return false;
            }
        }
        return true;
    }

    /** Several caches each want to see a request before they keep its answer. */
    private StepAttempt tried(Step step, String path, int number) {
        StepAttempt attempt = ask(step, path, number);
        for (int left = step.tries() - 1; left > 0 && lacksACache(attempt); left--) {
            attempt = ask(step, path, number);
        }
        return attempt;
    }

    private static boolean lacksACache(StepAttempt attempt) {
        List<Finding> wrong =
                attempt.findings().stream()
                        .filter(finding -> finding.failure().isPresent())
                        .toList();
        return !wrong.isEmpty() && wrong.stream().allMatch(JourneyProbe::isMissing);
    }

    private static boolean isMissing(Finding named) {
        return named.expected().endsWith(": " + CacheMarks.HIT);
    }

    private static boolean hasFailed(StepAttempt attempt) {
        return attempt.exchange().answered().isEmpty()
                || attempt.findings().stream().anyMatch(finding -> finding.failure().isPresent());
    }

    private StepAttempt ask(Step step, String path, int number) {
        HttpCheck request = check.request(step, path);
        HttpUrl url = RequestUrl.of(request, target, nonce);
        Question question = Question.of(request, url, asks.settings().userAgent());
        Exchange exchange = asks.transport().exchange(question, step.redirects(), left);
        left = rest(exchange);
        String label = StepAttempt.label(step.name(), number);
        return switch (exchange) {
            case Exchange.Reached reached -> unread(step, number, reached);
            case Exchange.Broken broken ->
                    new StepAttempt(
                            step.name(), number, named(label, broken), List.of(), Optional.empty());
            case Exchange.Answered answered -> {
                Optional<Finding> refusal = refusal(step, answered.answer());
                List<Finding> findings =
                        refusal.map(List::of).orElseGet(() -> findings(step, request, answered));
                yield new StepAttempt(
                        step.name(),
                        number,
                        answered,
                        findings.stream().map(finding -> named(label, finding)).toList(),
                        refusal.flatMap(_ -> step.unlessRefused()));
            }
        };
    }

    /** Only requests take from the time, not what is thought about their answers. */
    private Duration rest(Exchange exchange) {
        Duration rest = left.minus(exchange.phases().total());
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** An HTTP exchange never ends with a connection alone; told as it came all the same. */
    private static StepAttempt unread(Step step, int number, Exchange.Reached reached) {
        return new StepAttempt(step.name(), number, reached, List.of(), Optional.empty());
    }

    /** What is said of an answer that proves nothing, where the step allows for that. */
    private Optional<Finding> refusal(Step step, Answer answer) {
        Optional<Finding> refusal =
                step.unlessRefused()
                        .flatMap(why -> Declining.in(answer).map(message -> refused(message, why)));
        refusal.ifPresent(_ -> bag.leaveOut(step));
        return refusal;
    }

    private static Finding refused(String message, String why) {
        return new Finding(
                "an answer, or a refusal",
                "refused, %s; %s".formatted(Words.quoted(message), why),
                Optional.empty());
    }

    private List<Finding> findings(Step step, HttpCheck request, Exchange.Answered answered) {
        List<Finding> findings =
                new ArrayList<>(
                        asks.expectations().judge(RequestUrl.expecting(request, target), answered));
        Asked here = new Asked(request.path(), answered.answer());
        step.picture().forEach(likeness -> findings.addAll(likeness(likeness, here)));
        step.takes().forEach(take -> take(take, answered).ifPresent(findings::add));
        bag.keep(step, here);
        return findings;
    }

    private List<Finding> likeness(Likeness likeness, Asked here) {
        return asks.likenesses().judge(likeness, here, bag.other(likeness, here));
    }

    /** Keeps the value, or says what there was none of. */
    private Optional<Finding> take(Take take, Exchange.Answered answered) {
        List<String> values = Taking.of(take, answered);
        bag.keep(take.name(), values);
        return values.isEmpty() ? Taking.missing(take) : Optional.empty();
    }

    private static Finding named(String label, Finding finding) {
        return new Finding(
                "step %s: %s".formatted(label, finding.expected()),
                finding.actual(),
                finding.failure().map(failure -> named(label, failure)),
                finding.warning().map(warning -> named(label, warning)),
                finding.variant(),
                finding.unproven());
    }

    private static Failure named(String label, Failure failure) {
        String message = "step %s: %s".formatted(label, failure.message());
        return new Failure(failure.reason(), failure.phase(), message);
    }

    private static Exchange.Broken named(String label, Exchange.Broken broken) {
        return new Exchange.Broken(
                broken.method(),
                broken.url(),
                broken.requestHeaders(),
                broken.started(),
                broken.phases(),
                broken.cold(),
                named(label, broken.failure()));
    }
}
