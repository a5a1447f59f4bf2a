package weservstatus.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.check.BeatToken;
import weservstatus.text.Sha256;

/**
 * Things that outsiders reach by a token that nobody can guess. Only hashes of tokens are held.
 *
 * @param <T> what a token leads to
 */
final class TokenDoors<T> {
    /** What a token from the environment has at least: one that can be guessed is none. */
    private static final int SHORTEST = 16;

    private record Door<T>(String sha256, T behind) {}

    private final Function<String, Optional<String>> environment;
    private final List<Door<T>> doors = new ArrayList<>();

    /**
     * @param environment the value of a variable, nothing where it is not set
     */
    TokenDoors(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /**
     * @param what the token is for, such as {@code check backup}
     * @throws MissingToken when the token is missing or can be guessed
     */
    void add(String what, BeatToken token, T behind) {
        doors.add(new Door<>(hash(what, token), behind));
    }

    /** Every hash is compared in full, so that time tells nothing about any of them. */
    Optional<T> behind(String token) {
        byte[] given = bytes(sha256(token));
        Optional<T> found = Optional.empty();
        for (Door<T> door : doors) {
            if (MessageDigest.isEqual(bytes(door.sha256()), given)) {
                found = Optional.of(door.behind());
            }
        }
        return found;
    }

    private String hash(String what, BeatToken token) {
        return switch (token) {
            case BeatToken.Hash(String sha256) -> sha256;
            case BeatToken.Variable(String name) ->
                    environment
                            .apply(name)
                            .filter(value -> value.length() >= SHORTEST)
                            .map(TokenDoors::sha256)
                            .orElseThrow(() -> new MissingToken(what, name, SHORTEST));
        };
    }

    private static String sha256(String token) {
        return HexFormat.of().formatHex(Sha256.of(bytes(token)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
