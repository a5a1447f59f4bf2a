package weservstatus.probe;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in words for people why a handshake or a certificate was refused. */
final class TlsWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String ALERT = "Received fatal alert: ";

    private final String host;
    private final ChainWitness witness;

    TlsWords(Question question, ChainWitness witness) {
        this.host = question.url().host();
        this.witness = witness;
    }

    String of(Exception cause) {
        if (Causes.has(cause, CertificateExpiredException.class)) {
            return "The certificate of " + host + " expired at " + TIME.format(witness.expires());
        }
        if (Causes.has(cause, CertificateNotYetValidException.class)) {
            return "The certificate of " + host + " is not valid before " + TIME.format(begins());
        }
        if (Causes.has(cause, SSLPeerUnverifiedException.class)) {
            return "The certificate is for " + names() + " and not for " + host;
        }
        if (Causes.has(cause, CertPathBuilderException.class)) {
            return "The certificate of " + host + " comes from an unknown authority: " + issuer();
        }
        return Causes.find(cause, CertPathValidatorException.class)
                .map(refused -> "The certificate of " + host + " is refused: " + text(refused))
                .orElseGet(() -> handshake(cause));
    }

    private String handshake(Exception cause) {
        String message = text(cause);
        if (Causes.say(cause, "Unsupported or unrecognized SSL message")) {
            return host + " does not speak TLS at this port";
        }
        if (Causes.say(cause, "protocol_version") || Causes.say(cause, "protocol version")) {
            return host + " speaks neither TLS 1.2 nor TLS 1.3";
        }
        return message.startsWith(ALERT)
                ? host + " refused the TLS handshake: " + alert(message)
                : "The TLS handshake with " + host + " failed: " + Words.lowered(message, 0);
    }

    private static String alert(String message) {
        return message.substring(ALERT.length()).replace('_', ' ');
    }

    private static String text(Exception cause) {
        String message = Words.cut(String.valueOf(cause.getMessage()));
        int bracket = message.indexOf(')');
        // The JVM's messages begin with the alert in brackets, such as "(handshake_failure) …".
        return message.startsWith("(") && bracket > 0
                ? message.substring(bracket + 1).strip()
                : message;
    }

    private Instant begins() {
        return witness.chain().stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private String issuer() {
        List<X509Certificate> chain = witness.chain();
        return chain.isEmpty() ? "none" : chain.getLast().getIssuerX500Principal().getName();
    }

    private String names() {
        String names =
                witness.chain().stream()
                        .limit(1)
                        .flatMap(TlsWords::alternatives)
                        .limit(5)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no name" : names;
    }

    /** DNS names and IP addresses that the certificate is for (RFC 5280, 4.2.1.6). */
    private static Stream<String> alternatives(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .<Collection<List<?>>>map(names -> names)
                    .orElse(List.of())
                    .stream()
                    .filter(name -> name.get(0).equals(2) || name.get(0).equals(7))
                    .map(name -> String.valueOf(name.get(1)));
        } catch (CertificateParsingException ignored) {
            return Stream.empty();
        }
    }
}
