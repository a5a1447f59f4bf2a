package weservstatus.probe;

import java.util.Set;
import weservstatus.observe.FailureReason;

/** What became of a question to a resolver. */
sealed interface DnsReply {
    /**
     * The resolver said something.
     *
     * @param outcome in words, such as {@code no such name (NXDOMAIN)}
     * @param values of the records of the type that was asked for
     */
    record Answer(String outcome, Set<String> values) implements DnsReply {
        public Answer {
            values = Set.copyOf(values);
        }
    }

    /** Nothing that could be read came in time. */
    record Silence(String why, FailureReason reason) implements DnsReply {}
}
