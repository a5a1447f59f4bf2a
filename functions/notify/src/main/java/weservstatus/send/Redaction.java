package weservstatus.send;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import weservstatus.notify.SecretName;
import weservstatus.usecase.Secrets;

/**
 * Secrets that were looked up for one message, so that a receiver that repeats one of them does not
 * bring it into our records. For one thread.
 */
final class Redaction implements Secrets {
    private static final Pattern PARTS = Pattern.compile("[/?&=:]");
    private static final String BLACK = "•••";

    /** Part of a secret address that is still secret: its path, or a piece of it. */
    private static final int SHORTEST = 6;

    private final Secrets secrets;
    private final List<String> known = new ArrayList<>();

    Redaction(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Optional<String> find(SecretName name) {
        Optional<String> secret = secrets.find(name);
        secret.ifPresent(this::keep);
        return secret;
    }

    private void keep(String secret) {
        known.add(secret);
        known.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        PARTS.splitAsStream(secret.replaceFirst("^https?://[^/]*", ""))
                .filter(part -> part.length() >= SHORTEST)
                .forEach(known::add);
    }

    /** The text without any of them. */
    String of(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, BLACK);
        }
        return clean;
    }
}
