package weservstatus.usecase;

import java.util.Optional;
import java.util.function.Function;
import weservstatus.notify.SecretName;

/** Port to where secrets lie. What it finds stands in no log, error, answer or export. */
public interface Secrets {
    /** What an environment variable's name begins with that holds a secret. */
    String PREFIX = "WESERV_SECRET_";

    Optional<String> find(SecretName name);

    /** Where the owner puts the secret, in words. */
    default String place(SecretName name) {
        return "the environment variable " + PREFIX + name;
    }

    /**
     * Secrets in environment variables: {@code SLACK_URL} in {@code WESERV_SECRET_SLACK_URL}.
     *
     * @param environment the value of a variable, nothing where it is not set
     */
    static Secrets in(Function<String, Optional<String>> environment) {
        return name ->
                environment
                        .apply(PREFIX + name)
                        .map(String::strip)
                        .filter(secret -> !secret.isEmpty());
    }
}
