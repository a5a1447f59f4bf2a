package weservstatus.check;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name that must be known to DNS, asked anew each time: nothing is remembered.
 *
 * @param host the name to look up; absent for the target's own
 * @param answers the values that must come, no more and no fewer, as {@link RecordType#normal}
 *     writes them; empty where any will do
 * @param resolver absent for the machine's own
 */
public record DnsCheck(
        CheckHead head,
        Optional<String> host,
        RecordType type,
        Set<String> answers,
        Optional<DnsServer> resolver)
        implements PlainCheck {
    public DnsCheck {
        answers = Collections.unmodifiableSet(new TreeSet<>(answers));
    }

    public String hostAt(Target target) {
        return host.orElseGet(target::host);
    }

    @Override
    public Optional<Lack> lack(Target target) {
        boolean nameless = host.isEmpty() && !target.hasPublicName();
        return nameless ? Optional.of(Lack.NAME) : Optional.empty();
    }
}
