package weservstatus.notify;

import java.util.regex.Pattern;

/**
 * By what a secret is found; the configuration never holds the secret itself.
 *
 * @param value such as {@code SLACK_URL}
 */
public record SecretName(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[A-Z][A-Z0-9_]{0,62}");

    public SecretName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a name of a secret: " + value);
        }
    }

    /** Whether it is 1 to 63 of {@code A-Z0-9_}, the first a letter. */
    public static boolean isValid(String text) {
        return SYNTAX.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
