package weservstatus.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.List;
import javax.net.ssl.SSLException;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/** Says in words for people why one request got no complete answer. */
final class TransportFailure {
    /** What Linux says of a connection that cannot even be tried, or that no router takes. */
    private static final List<String> UNREACHABLE =
            List.of(
                    "Network is unreachable",
                    "No route to host",
                    "Cannot assign requested address",
                    "Address family not supported",
                    "Protocol family unavailable");

    private static final String STATUS_LINE = "Unexpected status line: ";

    private final Question question;
    private final Deadline deadline;
    private final BodyReader body;
    private final ChainWitness witness;

    TransportFailure(Question question, Deadline deadline, BodyReader body, ChainWitness witness) {
        this.question = question;
        this.deadline = deadline;
        this.body = body;
        this.witness = witness;
    }

    /** The most certain cause first: what this package found itself, then the deadline. */
    Failure of(Exception cause, Phase phase) {
        if (cause instanceof BrokenException broken) {
            return broken.failure();
        }
        if (cause instanceof InterruptedIOException || deadline.hasPassed()) {
            return Failure.in(phase, FailureReason.TIMEOUT, late(phase));
        }
        return switch (phase) {
            case DNS -> Failure.in(phase, FailureReason.PROTOCOL, unsendable(cause));
            case CONNECT -> Failure.in(phase, FailureReason.CONNECT, unconnected(cause));
            case TLS, FIRST_BYTE, TRANSFER -> connected(cause, phase);
        };
    }

    private Failure connected(Exception cause, Phase phase) {
        if (Causes.has(cause, ProtocolException.class)) {
            return misspoken(cause, phase);
        }
        if (isClosure(cause)) {
            return Failure.in(phase, FailureReason.RESET, closed(cause, phase));
        }
        if (phase == Phase.TLS || Causes.has(cause, SSLException.class)) {
            return Failure.in(phase, FailureReason.TLS, new TlsWords(question, witness).of(cause));
        }
        boolean broken = !(cause instanceof IOException) || isHttp2Error(cause);
        return broken
                ? misspoken(cause, phase)
                : Failure.in(phase, FailureReason.RESET, closed(cause, phase));
    }

    private static boolean isClosure(Exception cause) {
        return Causes.has(cause, SocketException.class)
                || Causes.has(cause, EOFException.class)
                || Causes.say(cause, "stream was reset");
    }

    /** What the client calls a violation by the peer, such as {@code FRAME_SIZE_ERROR}. */
    private static boolean isHttp2Error(Exception cause) {
        return Causes.say(cause, "_ERROR");
    }

    private Failure misspoken(Exception cause, Phase phase) {
        if (Causes.say(cause, "unexpected end of stream")) {
            return Failure.in(phase, FailureReason.RESET, closed(cause, phase));
        }
        return Failure.in(phase, FailureReason.PROTOCOL, misspoken(cause));
    }

    private String misspoken(Exception cause) {
        String message = Words.cut(String.valueOf(cause.getMessage()));
        if (message.startsWith(STATUS_LINE)) {
            return "The answer does not begin with an HTTP status line but with "
                    + Words.quoted(message.substring(STATUS_LINE.length()));
        }
        return body.hasBegun()
                ? "The body of the answer is not framed as HTTP demands, "
                        + body.progress()
                        + " came"
                : "The answer of " + host() + " breaks HTTP: " + message;
    }

    private String closed(Exception cause, Phase phase) {
        String did =
                Causes.say(cause, "reset") ? " reset the connection " : " closed the connection ";
        return host()
                + did
                + switch (phase) {
                    case DNS, CONNECT, TLS -> "during the TLS handshake";
                    case FIRST_BYTE -> "before the header of an answer was complete";
                    case TRANSFER -> "after " + body.progress() + " of the body";
                };
    }

    private String unconnected(Exception cause) {
        String peer = host() + " at port " + question.url().port();
        boolean refused = Causes.has(cause, ConnectException.class) && Causes.say(cause, "refused");
        return refused ? peer + " refused the connection" : unreached(peer, cause);
    }

    /** In the kernel's words: whether this machine has a route at all is read from them. */
    private static String unreached(String peer, Exception cause) {
        return UNREACHABLE.stream()
                .filter(words -> Causes.say(cause, words))
                .findFirst()
                .map(words -> peer + " cannot be reached: " + Words.lowered(words, 0))
                .orElse(peer + " cannot be reached");
    }

    private String unsendable(Exception cause) {
        return "The request cannot be sent: " + Words.cut(String.valueOf(cause.getMessage()));
    }

    private String late(Phase phase) {
        String limit = Words.of(deadline.allowed());
        return switch (phase) {
            case DNS -> "The name " + host() + " was not resolved within " + limit;
            case CONNECT -> "No connection to " + host() + " within " + limit;
            case TLS -> "The TLS handshake with " + host() + " was not complete within " + limit;
            case FIRST_BYTE -> "No answer from " + host() + " within " + limit;
            case TRANSFER ->
                    "The answer was not complete within "
                            + limit
                            + ": "
                            + body.progress()
                            + " came";
        };
    }

    private String host() {
        return question.url().host();
    }
}
