package weservstatus.observe;

/** The parts of one request's time, in order. */
public enum Phase {
    DNS("dns"),
    CONNECT("connect"),
    TLS("tls"),
    FIRST_BYTE("firstByte"),
    TRANSFER("transfer");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
