package weservstatus.probe;

import java.util.Optional;
import weservstatus.observe.Answer;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** Whether a request for a private address was refused. */
final class Refusal {
    private static final String EXPECTED = "a refusal of the private address, status 400 or 404";

    /** In the service's words for a blocked address, and for one that it could not reach either. */
    private static final String WORDS = "blocked by policy";

    private Refusal() {}

    static Finding judge(Answer answer) {
        String actual = "status " + answer.status() + Expectations.reason(answer);
        Finding plain = new Held(EXPECTED, actual).as(isRefused(answer), FailureReason.BODY);
        return answer.status() / 100 == 2 ? finding(plain) : plain;
    }

    private static boolean isRefused(Answer answer) {
        boolean error = answer.status() == 400 || answer.status() == 404;
        return error
                && answer.mediaType().equals("application/json")
                && answer.text().contains(WORDS);
    }

    private static Finding finding(Finding plain) {
        String message =
                "SECURITY: the service fetched a private address, so whoever can ask it can look"
                        + " into its network. Expected %s, but got %s"
                                .formatted(plain.expected(), plain.actual());
        return new Finding(
                plain.expected(),
                plain.actual(),
                Optional.of(Failure.of(FailureReason.SECURITY, message)));
    }
}
