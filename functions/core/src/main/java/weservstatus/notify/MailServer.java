package weservstatus.notify;

import java.util.Optional;

/**
 * The server that takes our mail.
 *
 * @param from the address that mail comes from
 * @param login absent where the server asks for none
 */
public record MailServer(
        String host, int port, Security security, String from, Optional<Login> login) {

    public MailServer {
        if (security == Security.NONE && !isThisMachine(host)) {
            throw new IllegalArgumentException("without TLS mail goes to this machine only");
        }
    }

    /** Whether the name means the machine that we run on, whatever a name server says. */
    public static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** How the connection is kept from being read. */
    public enum Security {
        /** TLS after STARTTLS; a server that does not offer it gets nothing. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** None; only for a server on this machine. */
        NONE
    }

    /**
     * Who we are to the server.
     *
     * @param secret names the password
     */
    public record Login(String user, SecretName secret) {}
}
