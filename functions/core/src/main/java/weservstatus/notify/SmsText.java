package weservstatus.notify;

import java.text.Normalizer;
import weservstatus.text.CleanText;

/**
 * A message as one text for a phone: at most {@value #MOST} characters of the alphabet GSM-7 (3GPP
 * 23.038), so that it is sent as one piece and not in UCS-2. The link is never cut; one that leaves
 * no room for words is left out.
 */
public final class SmsText {
    /** Septets; characters of the extension table take two. */
    public static final int MOST = 140;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€";
    private static final String ETC = "...";

    private SmsText() {}

    /** As in {@code Resolved: Image processing: down (wsrv.nl) https://…}. */
    public static String of(Message message) {
        String link = gsm(message.look().link().toASCIIString());
        String said = gsm(MessageText.subject(message));
        int room = MOST - septets(link) - 1;
        boolean fits = room > ETC.length();
        return fits ? cut(said, room) + " " + link : cut(said, MOST);
    }

    /** What the text takes when every character is of GSM-7. */
    static int septets(String gsm) {
        return gsm.chars().map(SmsText::septets).sum();
    }

    private static int septets(int character) {
        return EXTENSION.indexOf(character) >= 0 ? 2 : 1;
    }

    private static String cut(String gsm, int room) {
        if (septets(gsm) <= room) {
            return gsm;
        }
        StringBuilder kept = new StringBuilder();
        int left = room - ETC.length();
        for (int at = 0; at < gsm.length() && septets(gsm.charAt(at)) <= left; at++) {
            kept.append(gsm.charAt(at));
            left -= septets(gsm.charAt(at));
        }
        return kept.toString().stripTrailing() + ETC;
    }

    /** The text in GSM-7: letters lose accents that it lacks, the rest becomes question marks. */
    private static String gsm(String text) {
        StringBuilder gsm = new StringBuilder();
        CleanText.line(text).codePoints().forEach(character -> gsm.append(gsm(character)));
        return gsm.toString();
    }

    private static String gsm(int character) {
        if (isGsm(character)) {
            return Character.toString(character);
        }
        String bare =
                Normalizer.normalize(plain(character), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "");
        return !bare.isEmpty() && bare.codePoints().allMatch(SmsText::isGsm) ? bare : "?";
    }

    private static boolean isGsm(int character) {
        return BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0;
    }

    /** Typographers' signs as typewriters had them. */
    private static String plain(int character) {
        return switch (character) {
            case '–', '—', '‑' -> "-";
            case '‘', '’', '`' -> "'";
            case '“', '”', '„', '«', '»' -> "\"";
            case '→' -> "->";
            default -> Character.toString(character);
        };
    }
}
