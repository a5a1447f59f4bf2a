package weservstatus.text;

import java.util.regex.Pattern;

/** The one syntax of every id that an owner chooses: lower-case letters, digits and hyphens. */
public final class Slug {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private Slug() {}

    /** Whether {@code text} is 1 to 63 of {@code a-z0-9-}, neither starting nor ending with '-'. */
    public static boolean isValid(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** Returns {@code text}, or refuses it. */
    public static String require(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an id: " + text);
        }
        return text;
    }
}
