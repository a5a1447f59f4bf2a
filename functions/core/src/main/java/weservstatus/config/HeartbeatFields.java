package weservstatus.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.BeatToken;
import weservstatus.check.CheckHead;
import weservstatus.check.HeartbeatCheck;

/** How a check is written that waits for the target's calls. */
final class HeartbeatFields {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");
    private static final Duration MOST = Duration.ofDays(7);

    private static final Field<Duration> INTERVAL =
            Field.required(
                    "interval",
                    Durations.between(Duration.ofSeconds(10), MOST),
                    "How often the target calls: 10s to 7d.",
                    "interval: 1m");
    private static final Field<Duration> GRACE =
            Field.required(
                    "grace",
                    Durations.between(Duration.ofSeconds(1), MOST),
                    "How much later a call may come: 1s to 7d.",
                    "grace: 30s");
    private static final Field<String> TOKEN_SHA256 =
            Field.optional(
                    "tokenSha256",
                    text(
                            HASH,
                            new Refusal(
                                    "is not a SHA-256 in hexadecimal",
                                    "write what `printf %s TOKEN | sha256sum` prints")),
                    "SHA-256 of the token, 64 hexadecimal digits in lower case.",
                    "tokenFrom says where the token is");
    private static final Field<String> TOKEN_FROM =
            Field.optional(
                    "tokenFrom",
                    text(
                            VARIABLE,
                            new Refusal(
                                    "is not the name of an environment variable",
                                    "write one like HEARTBEAT_TOKEN")),
                    "Environment variable that holds the token.",
                    "tokenSha256 says what the token is");
    static final Field<Section> HEARTBEAT =
            Field.optional(
                    "heartbeat",
                    withToken("a heartbeat", INTERVAL, GRACE),
                    "In place of path: the target calls us, and silence is failure.",
                    "no such check");

    private HeartbeatFields() {}

    static HeartbeatCheck check(CheckHead head, Section heartbeat) {
        return new HeartbeatCheck(
                head, heartbeat.of(INTERVAL), heartbeat.of(GRACE), token(heartbeat));
    }

    /** The reader of something that proves by a token who calls. */
    static SectionReader withToken(String what, Field<?>... fields) {
        List<Field<?>> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(TOKEN_SHA256, TOKEN_FROM));
        return new SectionReader(what, all.toArray(new Field<?>[0]))
                .with(HeartbeatFields::requireOneToken, oneToken());
    }

    /** Of a section in which nothing was refused. */
    static BeatToken token(Section section) {
        Optional<BeatToken> hash = section.find(TOKEN_SHA256).map(BeatToken.Hash::new);
        return hash.orElseGet(() -> new BeatToken.Variable(section.of(TOKEN_FROM)));
    }

    private static void requireOneToken(Section heartbeat, Reading reading) {
        if (heartbeat.has(TOKEN_SHA256) == heartbeat.has(TOKEN_FROM)) {
            reading.refuse(
                    heartbeat.spot(),
                    heartbeat.has(TOKEN_FROM)
                            ? "the token is given twice"
                            : "the token is not given",
                    "write exactly one of tokenSha256 and tokenFrom");
        }
    }

    private static Map<String, Object> oneToken() {
        return Map.of(
                "oneOf",
                List.of(
                        Map.of("required", List.of(TOKEN_SHA256.name())),
                        Map.of("required", List.of(TOKEN_FROM.name()))));
    }

    private static Reader<String> text(Pattern pattern, Refusal refusal) {
        return new Scalar<>(
                Set.of(Tag.STR),
                value -> Optional.of(value).filter(pattern.asMatchPredicate()),
                refusal,
                Map.of("type", "string", "pattern", "^" + pattern.pattern() + "$"));
    }
}
