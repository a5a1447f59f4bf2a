package weservstatus.check;

import java.util.Optional;

/**
 * A TCP connection that must be accepted within the timeout; nothing is sent over it.
 *
 * @param host name or address; absent for the target's own
 * @param port 1 to 65535
 */
public record TcpCheck(CheckHead head, Optional<String> host, int port, AddressFamily family)
        implements PlainCheck {

    /** Whom to connect to: a name or an address, without brackets. */
    public String hostAt(Target target) {
        return host.orElseGet(target::host);
    }

    @Override
    public Optional<Lack> lack(Target target) {
        return host.isEmpty() && !target.mayHave(family)
                ? Optional.of(Lack.FAMILY)
                : Optional.empty();
    }
}
