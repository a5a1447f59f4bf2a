package weservstatus.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.check.BeatToken;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.HeartbeatCheck;
import weservstatus.observe.Beat;
import weservstatus.store.BeatStore;

/** Takes the call of a target that proves by its token which heartbeat it is. */
public final class RecordBeat {
    /** What a token from the environment has at least: one that can be guessed is none. */
    private static final int SHORTEST_TOKEN = 16;

    /** A heartbeat, and the hash of its token in hexadecimal. */
    private record Door(CheckId check, String sha256) {}

    private final List<Door> doors;
    private final BeatStore beats;

    /**
     * One for the heartbeats of the catalogue.
     *
     * @param environment the value of a variable, nothing where it is not set
     * @throws MissingToken when a token is missing or can be guessed
     */
    public RecordBeat(
            Catalogue catalogue, Function<String, Optional<String>> environment, BeatStore beats) {
        List<Door> open = new ArrayList<>();
        for (var check : catalogue.active()) {
            if (check instanceof HeartbeatCheck heartbeat) {
                open.add(new Door(check.id(), hash(heartbeat, environment)));
            }
        }
        this.doors = List.copyOf(open);
        this.beats = beats;
    }

    /** Whether the token belongs to a heartbeat; then its call is kept. */
    public boolean record(String token, Beat beat) {
        Optional<CheckId> caller = caller(sha256(token));
        caller.ifPresent(check -> beats.put(check, beat));
        return caller.isPresent();
    }

    /** Every hash is compared in full, so that time tells nothing about any of them. */
    private Optional<CheckId> caller(String sha256) {
        Optional<CheckId> found = Optional.empty();
        for (Door door : doors) {
            if (MessageDigest.isEqual(bytes(door.sha256()), bytes(sha256))) {
                found = Optional.of(door.check());
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(
            HeartbeatCheck check, Function<String, Optional<String>> environment) {
        return switch (check.token()) {
            case BeatToken.Hash(String sha256) -> sha256;
            case BeatToken.Variable(String name) ->
                    environment
                            .apply(name)
                            .filter(token -> token.length() >= SHORTEST_TOKEN)
                            .map(RecordBeat::sha256)
                            .orElseThrow(() -> new MissingToken(check.id(), name, SHORTEST_TOKEN));
        };
    }

    private static String sha256(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(token));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
