package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import weservstatus.notify.SecretName;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.SubscriptionTokens;

/**
 * The secret that visitors' links are signed with: 32 characters or more. Without it nobody can
 * subscribe by mail.
 */
record SubscriptionKey(Secrets secrets) {
    private static final SecretName NAME = new SecretName("SUBSCRIPTION_KEY");
    private static final int SHORTEST = 32;

    Optional<SubscriptionTokens> tokens() {
        return secrets.find(NAME)
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .filter(key -> key.length >= SHORTEST)
                .map(SubscriptionTokens::new);
    }
}
