package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import weservstatus.check.Check;
import weservstatus.check.DnsCheck;
import weservstatus.check.Expectation;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.PlainCheck;
import weservstatus.check.TcpCheck;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.observe.TlsFacts;

/** Judges one attempt by itself: what it came to and, where it is bad, whose fault that is. */
public final class Sides {

    /** What the kernel says at once when the monitor itself has no way out, such as no IPv6. */
    private static final List<String> NO_ROUTE =
            List.of(
                    "network is unreachable",
                    "cannot assign requested address",
                    "address family not supported",
                    "protocol family unavailable",
                    "this place has no ipv6");

    private Sides() {}

    /**
     * The record to keep of an attempt. Good needs an answer of which every expectation was looked
     * at and holds. The rules stand in docs/verdict.md.
     */
    public static Observation judge(Attempt attempt, Check check, Controls controls) {
        return attempt.failure()
                .map(failure -> bad(attempt, failure, side(attempt, failure, check, controls)))
                .or(() -> unexamined(attempt, check))
                .orElseGet(() -> good(attempt, check))
                .withCertificate(certificateEnds(attempt, check));
    }

    private static Optional<Instant> certificateEnds(Attempt attempt, Check check) {
        boolean asked =
                check instanceof HttpCheck http
                        && http.expectations().stream()
                                .anyMatch(Expectation.CertificateLasts.class::isInstance);
        return attempt.exchange()
                .answered()
                .filter(_ -> asked)
                .flatMap(Answer::tls)
                .map(TlsFacts::expires);
    }

    private static Observation good(Attempt attempt, Check check) {
        // A cold process is slow by itself: that lateness is not the service's.
        boolean late =
                !attempt.cold()
                        && check.slowAfter()
                                .filter(limit -> attempt.phases().total().compareTo(limit) > 0)
                                .isPresent();
        Optional<Failure> warning = attempt.warning();
        boolean slow = late || warning.isPresent();
        return record(attempt, slow ? Result.SLOW : Result.PASSED, warning, Optional.empty());
    }

    private static Optional<Observation> unexamined(Attempt attempt, Check check) {
        if (attempt.findings().size() >= expectations(check)) {
            return Optional.empty();
        }
        Failure failure =
                Failure.of(
                        FailureReason.BODY,
                        "the monitor did not hold every expectation against the answer");
        return Optional.of(bad(attempt, failure, Side.MONITOR));
    }

    private static Observation bad(Attempt attempt, Failure failure, Side side) {
        Result result =
                switch (side) {
                    case MONITOR -> Result.SELF_FAULT;
                    case BLOCKED -> Result.BLOCKED;
                    case ORIGIN, SERVICE, EDGE -> Result.FAILED;
                };
        return record(
                attempt, result, Optional.of(named(attempt, failure, side)), Optional.of(side));
    }

    /** Says first that we were kept out: what is missing from the answer is not the news then. */
    private static Failure named(Attempt attempt, Failure failure, Side side) {
        return attempt.exchange()
                .answered()
                .filter(answer -> side == Side.BLOCKED)
                .map(answer -> new AnswerMarks(answer).refusal() + failure.message())
                .map(message -> new Failure(failure.reason(), failure.phase(), message))
                .orElse(failure);
    }

    private static Side side(Attempt attempt, Failure failure, Check check, Controls controls) {
        if (controls.provider() == ControlState.FAILED
                || hasNoRoute(failure)
                || isOwnResolver(check, attempt.exchange())) {
            return Side.MONITOR;
        }
        boolean originDown =
                check.needsOrigin() && controls.origin(check.target()) == ControlState.FAILED;
        return switch (attempt.exchange()) {
            // What carries the connection also holds its certificate.
            case Exchange.Answered _ when failure.reason() == FailureReason.TLS -> Side.EDGE;
            case Exchange.Answered answered -> ofAnswer(answered.answer(), check, originDown);
            case Exchange.Reached _, Exchange.Broken _ -> ofTransport(failure, originDown);
        };
    }

    private static Side ofAnswer(Answer answer, Check check, boolean originDown) {
        AnswerMarks marks = new AnswerMarks(answer);
        if (marks.isChallenge() || (marks.isRefusal() && !expects(check, answer.status()))) {
            return Side.BLOCKED;
        }
        if (originDown && marks.namesOrigin()) {
            return Side.ORIGIN;
        }
        boolean foreign =
                marks.isForeignErrorPage() || (marks.isForeignPage() && wantsPicture(check));
        return foreign ? Side.EDGE : Side.SERVICE;
    }

    /** Whether it names a picture to fetch, so that the service never answers with a page. */
    private static boolean wantsPicture(Check check) {
        return switch (check) {
            case HttpCheck http -> http.path().contains("url=");
            case PlainCheck _ -> false;
            case JourneyCheck journey ->
                    journey.steps().stream().allMatch(step -> step.path().contains("url="));
        };
    }

    /**
     * Until the connection stands, nothing of the service was reached: that is the edge's. Once it
     * stands, a missing, broken or endless answer is the service's, unless it waits for an origin
     * that is known to be down.
     */
    private static Side ofTransport(Failure failure, boolean originDown) {
        boolean awaited = failure.phase().filter(phase -> phase == Phase.FIRST_BYTE).isPresent();
        if (originDown && awaited && failure.reason() == FailureReason.TIMEOUT) {
            return Side.ORIGIN;
        }
        return switch (failure.reason()) {
            case DNS, CONNECT, TLS -> Side.EDGE;
            case TIMEOUT, RESET -> stood(failure) ? Side.SERVICE : Side.EDGE;
            case SECURITY, STATUS, HEADER, BODY, IMAGE, PROTOCOL, TOO_LARGE -> Side.SERVICE;
        };
    }

    private static boolean stood(Failure failure) {
        return failure.phase()
                .filter(phase -> phase == Phase.FIRST_BYTE || phase == Phase.TRANSFER)
                .isPresent();
    }

    private static boolean hasNoRoute(Failure failure) {
        String words = failure.message().toLowerCase(Locale.ROOT);
        return failure.reason() == FailureReason.CONNECT
                && NO_ROUTE.stream().anyMatch(words::contains);
    }

    /** The machine's resolver did not answer: nobody can tell then what others would hear. */
    private static boolean isOwnResolver(Check check, Exchange exchange) {
        return exchange instanceof Exchange.Broken
                && check instanceof DnsCheck dns
                && dns.resolver().isEmpty();
    }

    private static int expectations(Check check) {
        return switch (check) {
            case HttpCheck http -> http.expectations().size();
            case DnsCheck _, TcpCheck _ -> 1;
            case HeartbeatCheck _ -> 0;
            case JourneyCheck journey -> journey.leastFindings();
        };
    }

    private static boolean expects(Check check, int status) {
        return switch (check) {
            case HttpCheck http -> wants(http.expectations(), status);
            case PlainCheck _ -> false;
            case JourneyCheck journey ->
                    journey.steps().stream().anyMatch(step -> wants(step.expectations(), status));
        };
    }

    private static boolean wants(List<Expectation> expectations, int status) {
        return expectations.stream()
                .map(Expectation::wantedStatus)
                .anyMatch(OptionalInt.of(status)::equals);
    }

    private static Observation record(
            Attempt attempt, Result result, Optional<Failure> failure, Optional<Side> side) {
        Exchange exchange = attempt.exchange();
        Optional<Answer> answer = exchange.answered();
        Optional<AnswerMarks> marks = answer.map(AnswerMarks::new);
        return new Observation(
                attempt.check(),
                result,
                failure,
                side,
                attempt.started(),
                attempt.phases(),
                answer.map(a -> OptionalInt.of(a.status())).orElseGet(OptionalInt::empty),
                answer.map(a -> (long) a.body().length).orElse(0L),
                attempt.cold(),
                address(exchange),
                marks.map(AnswerMarks::cacheStatus).orElse(""),
                marks.map(AnswerMarks::edge).orElse(""));
    }

    private static String address(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answered -> answered.answer().remoteAddress();
            case Exchange.Reached reached -> reached.address();
            case Exchange.Broken _ -> "";
        };
    }
}
