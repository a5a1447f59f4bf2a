package weservstatus.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import weservstatus.check.Expectation.CertificateLasts;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.TlsFacts;

/**
 * How long a certificate chain still lasts. Renewal is automatic nearly everywhere and happens
 * weeks ahead, so that each rung of the ladder that is passed without one makes an outage more
 * certain.
 */
final class CertificateAge {
    /** Days that are left, the most urgent first. */
    private static final int[] LADDER = {1, 3, 7, 14, 21};

    private CertificateAge() {}

    /**
     * Judges what a handshake showed.
     *
     * @param at the moment to count from, the start of the exchange
     */
    static Finding judge(CertificateLasts is, Optional<TlsFacts> tls, Instant at) {
        String expected = "certificates that last at least " + days(is.daysLeft());
        if (tls.isEmpty()) {
            return new Held(expected, "an answer without TLS").as(false, FailureReason.TLS);
        }
        Instant expires = tls.get().expires();
        Duration left = Duration.between(at, expires);
        boolean lasts = left.compareTo(Duration.ofDays(is.daysLeft())) >= 0;
        boolean warned = left.compareTo(Duration.ofDays(is.warnDays())) < 0;
        String actual = left(left) + ", until " + expires + (lasts && !warned ? "" : rung(left));
        if (lasts && warned) {
            return new Held(expected, "certificates with " + actual).warning(FailureReason.TLS);
        }
        return new Held(expected, actual).as(lasts, FailureReason.TLS);
    }

    /** Rounded down: 2 days are left only while they are whole. */
    private static String left(Duration left) {
        if (left.isNegative()) {
            return "expired ones";
        }
        return (left.toDays() == 0 ? "less than 1 day" : days(left.toDays())) + " left";
    }

    private static String rung(Duration left) {
        return IntStream.of(LADDER)
                .filter(days -> left.compareTo(Duration.ofDays(days)) < 0)
                .mapToObj(days -> ", past the mark of " + days(days))
                .findFirst()
                .orElse("");
    }

    private static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }
}
