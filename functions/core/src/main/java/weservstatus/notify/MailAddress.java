package weservstatus.notify;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a visitor typed as the address of a mailbox. */
public final class MailAddress {
    private static final int LONGEST = 254;

    /** RFC 5321 without quoted names and without addresses in place of a domain. */
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final int LONGEST_NAME = 64;

    private MailAddress() {}

    /** The address, its domain in lower case; absent when it is none. */
    public static Optional<String> parse(String typed) {
        String text = typed.strip();
        int at = text.lastIndexOf('@');
        boolean sound =
                text.length() <= LONGEST && at <= LONGEST_NAME && SYNTAX.matcher(text).matches();
        return sound
                ? Optional.of(text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
