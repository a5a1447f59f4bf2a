package weservstatus.local;

/**
 * What the browser may load for a page. No page loads or runs anything of strangers, but for the
 * pictures that "Is it me?" looks at.
 */
public final class PagePolicy {
    /** Header that holds the policy. */
    public static final String HEADER = "Content-Security-Policy";

    /** Everything comes from here, and no other page may frame it. */
    static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /**
     * The visitor may name any picture of the web, and a service on this machine or network is
     * reached over http: pictures and their bytes may come from anywhere, code and styles may not.
     */
    private static final String PICTURES_OF_ANYBODY =
            "default-src 'none'; script-src 'self'; style-src 'self';"
                    + " connect-src 'self' https: http:; img-src 'self' data: blob: https: http:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The small page that stands in other people's pages; it has nothing to click but one link. */
    private static final String FRAMED_BY_ANYBODY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private PagePolicy() {}

    /** The policy of the page at this path. */
    public static String of(String path) {
        return switch (path) {
            case "/is-it-me.html" -> PICTURES_OF_ANYBODY;
            case "/widget.html" -> FRAMED_BY_ANYBODY;
            default -> STRICT;
        };
    }
}
