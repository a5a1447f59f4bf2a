package weservstatus.check;

/** The HTTP version that a check speaks; there is no silent change to another. */
public enum HttpVersion {
    HTTP_1_1("HTTP/1.1"),
    HTTP_2("HTTP/2");

    private final String label;

    HttpVersion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
