package weservstatus.observe;

/** Every way in which an attempt can fail. */
public enum FailureReason {
    /** The host has no address of the wanted family, or the resolver failed. */
    DNS,
    /** No connection: refused or unreachable. */
    CONNECT,
    /** Handshake or certificate refused. */
    TLS,
    /** A deadline passed; the failure names the phase. */
    TIMEOUT,
    /** The connection was closed or reset before the answer was complete. */
    RESET,
    /** A private address was fetched: the service can be used to look into its own network. */
    SECURITY,
    /** Another status code than expected. */
    STATUS,
    /** A header is missing, wrong or forbidden. */
    HEADER,
    /** Body text, JSON or length is not as expected. */
    BODY,
    /** The picture is not the expected one. */
    IMAGE,
    /** The answer breaks HTTP. */
    PROTOCOL,
    /** Body or inflated body beyond the bounds. */
    TOO_LARGE
}
