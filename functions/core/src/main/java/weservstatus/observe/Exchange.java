package weservstatus.observe;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One request as it was sent and what came of it. Transport failure is a value. */
public sealed interface Exchange {
    String method();

    URI url();

    List<Header> requestHeaders();

    Instant started();

    Phases phases();

    /** Whether the process was too young for its latency to count. */
    boolean cold();

    /** The answer, absent when transport failed. */
    default Optional<Answer> answered() {
        return switch (this) {
            case Answered exchange -> Optional.of(exchange.answer());
            case Reached _, Broken _ -> Optional.empty();
        };
    }

    record Answered(
            String method,
            URI url,
            List<Header> requestHeaders,
            Instant started,
            Phases phases,
            boolean cold,
            Answer answer)
            implements Exchange {
        public Answered {
            requestHeaders = List.copyOf(requestHeaders);
        }
    }

    /**
     * The other side was there; no HTTP was spoken. What it said stands in the findings.
     *
     * @param method kind of the question, such as {@code TCP}
     * @param address IP literal that was reached
     */
    record Reached(
            String method, URI url, Instant started, Phases phases, boolean cold, String address)
            implements Exchange {
        @Override
        public List<Header> requestHeaders() {
            return List.of();
        }
    }

    /** No complete answer came. */
    record Broken(
            String method,
            URI url,
            List<Header> requestHeaders,
            Instant started,
            Phases phases,
            boolean cold,
            Failure failure)
            implements Exchange {
        public Broken {
            requestHeaders = List.copyOf(requestHeaders);
        }
    }
}
