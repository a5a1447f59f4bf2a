package weservstatus.notify;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import weservstatus.text.CleanText;

/**
 * How a receiver wants the texts of others written, and how it counts their length. Control
 * characters, and those that turn the direction of writing, are always left out.
 *
 * @param escape one code point as the receiver shall read it
 * @param size of a written text, in the receiver's unit
 */
record Dialect(IntFunction<String> escape, ToIntFunction<String> size) {
    private static final String ETC = "…";

    /** No markup; counts UTF-16 units, which are never fewer than characters. */
    static final Dialect PLAIN = new Dialect(Character::toString, String::length);

    /** No markup; counts bytes of UTF-8. */
    static final Dialect BYTES = new Dialect(Character::toString, Dialect::bytes);

    /** What Slack asks to escape, and what Telegram asks for with {@code parse_mode: HTML}. */
    static final Dialect ANGLE_BRACKETS = new Dialect(Dialect::entity, String::length);

    /** Discord's Markdown. */
    static final Dialect DISCORD =
            new Dialect(
                    point ->
                            ("\\*_~`|[]<".indexOf(point) < 0 ? "" : "\\")
                                    + Character.toString(point),
                    String::length);

    /** The whole text, without what must not be in it. */
    String write(String text) {
        StringBuilder written = new StringBuilder();
        CleanText.of(text)
                .codePoints()
                .filter(point -> !turns(point))
                .forEach(point -> written.append(escape.apply(point)));
        return written.toString();
    }

    /** As much as fits, with an ellipsis where something was cut; escapes are never torn. */
    String cut(String text, int most) {
        String all = write(text);
        if (size.applyAsInt(all) <= most) {
            return all;
        }
        StringBuilder kept = new StringBuilder();
        int left = most - size.applyAsInt(ETC);
        for (int point : CleanText.of(text).codePoints().filter(p -> !turns(p)).toArray()) {
            String next = escape.apply(point);
            left -= size.applyAsInt(next);
            if (left < 0) {
                break;
            }
            kept.append(next);
        }
        return kept.toString().stripTrailing() + (most < size.applyAsInt(ETC) ? "" : ETC);
    }

    /** The same on one line. */
    String line(String text, int most) {
        return cut(CleanText.line(text), most);
    }

    String subject(Message message, int most) {
        return line(MessageText.subject(message), most);
    }

    /**
     * All that the message says. Where that is too much, the words about what happened are cut; if
     * it is still too much, all but the link.
     */
    String body(Message message, int most) {
        String all = MessageText.body(message).stripTrailing();
        int excess = size.applyAsInt(write(all)) - most;
        if (excess <= 0) {
            return write(all);
        }
        String what = message.facts().what();
        int room = size.applyAsInt(write(what)) - excess - size.applyAsInt(ETC);
        String shorter = MessageText.body(withWhat(message, head(what, room))).stripTrailing();
        return size.applyAsInt(write(shorter)) <= most ? write(shorter) : onlyLink(message, most);
    }

    private String onlyLink(Message message, int most) {
        String link = write("\nLook at: " + message.look().link().toASCIIString());
        int room = most - size.applyAsInt(link);
        String all = MessageText.body(message);
        return room > 0 ? cut(all, room) + link : cut(all, most);
    }

    /** The longest beginning that, written, takes no more than {@code room}. */
    private String head(String text, int room) {
        StringBuilder kept = new StringBuilder();
        int left = room;
        for (int point : text.codePoints().toArray()) {
            left -= size.applyAsInt(write(Character.toString(point)));
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString().stripTrailing() + ETC;
    }

    private static Message withWhat(Message message, String what) {
        Message.Facts old = message.facts();
        return new Message(
                message.id(),
                message.event(),
                message.about(),
                message.page(),
                message.heading(),
                message.parts(),
                new Message.Facts(
                        what, old.since(), old.until(), old.places(), old.side(), old.failing()),
                message.look(),
                message.advice(),
                message.at());
    }

    private static String entity(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }

    private static boolean turns(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
