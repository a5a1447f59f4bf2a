package weservstatus.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import weservstatus.document.Coding;

/** Chooses the coding of a body by RFC 9110, 12.5.3. */
final class AcceptEncoding {
    private static final Pattern WEIGHT = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");
    private static final double UNNAMED = -1;

    private AcceptEncoding() {}

    /**
     * Gzip where it is accepted and not liked less than no coding at all. A weight that is none
     * counts as 0; who refuses everything gets the plain body.
     */
    static Coding choose(Optional<String> header) {
        return header.filter(AcceptEncoding::prefersGzip).isPresent()
                ? Coding.GZIP
                : Coding.IDENTITY;
    }

    private static boolean prefersGzip(String header) {
        double any = weight(header, "*");
        double named = Math.max(weight(header, "gzip"), weight(header, "x-gzip"));
        double gzip = named == UNNAMED ? any : named;
        return gzip > 0 && gzip >= weight(header, "identity");
    }

    private static double weight(String header, String coding) {
        for (String element : header.split(",", -1)) {
            String[] parts = element.split(";", 2);
            if (parts[0].trim().toLowerCase(Locale.ROOT).equals(coding)) {
                return parts.length == 1 ? 1 : weight(parts[1].trim().toLowerCase(Locale.ROOT));
            }
        }
        return UNNAMED;
    }

    private static double weight(String parameter) {
        boolean valid =
                parameter.startsWith("q=") && WEIGHT.matcher(parameter.substring(2)).matches();
        return valid ? Double.parseDouble(parameter.substring(2)) : 0;
    }
}
