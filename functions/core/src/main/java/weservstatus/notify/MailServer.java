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
