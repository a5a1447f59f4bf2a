package weservstatus.notify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One mail, ready for a mail server: plain text only, so nothing in it is markup.
 *
 * @param messageId the same for every repeat
 * @param headers more of them
 */
public record MailText(
        String messageId,
        List<String> to,
        String subject,
        String text,
        Map<String, String> headers) {
    /** Of an RFC 5322 line, with room for the header's name. */
    private static final int MOST_SUBJECT = 200;

    private static final int MOST_TEXT = 100_000;

    public MailText {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
    }

    /** A message to people whom the owner names; mails of one incident belong to one thread. */
    public static MailText of(Message message, List<String> to) {
        Map<String, String> headers = new HashMap<>(machine());
        headers.put("References", id(message.about().thread()));
        headers.put("In-Reply-To", id(message.about().thread()));
        return new MailText(
                id(message.id().value()),
                to,
                Dialect.PLAIN.subject(message, MOST_SUBJECT),
                Dialect.PLAIN.body(message, MOST_TEXT),
                headers);
    }

    /** A letter to a visitor, with the headers of RFC 2369 and RFC 8058 where it is list mail. */
    public static MailText of(Letter letter) {
        Map<String, String> headers = new HashMap<>(machine());
        letter.unsubscribe()
                .ifPresent(uri -> {
                    headers.put("List-Unsubscribe", "<" + uri.toASCIIString() + ">");
                    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                });
        return new MailText(
                id(letter.id().value()),
                List.of(letter.to()),
                Dialect.PLAIN.line(letter.subject(), MOST_SUBJECT),
                Dialect.PLAIN.cut(letter.text(), MOST_TEXT),
                headers);
    }

    /** Keeps holiday notices from answering (RFC 3834). */
    private static Map<String, String> machine() {
        return Map.of("Auto-Submitted", "auto-generated");
    }

    private static String id(String unique) {
        return "<" + unique + "@weserv-status.invalid>";
    }
}
