package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.CheckId;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;

class RoundJsonTest {
    private static final Instant SLOT = Instant.parse("2026-11-23T12:00:00Z");
    private final RoundJson json = new RoundJson();

    static Stream<Round> rounds() {
        Round plain = Rounds.of(SLOT, 0);
        return Stream.of(
                plain,
                Rounds.ordinary(SLOT),
                Rounds.of(Rounds.HERE, SLOT, 999, List.of()),
                Rounds.of(
                        Rounds.HERE, SLOT, 1, List.of(Observation.missed(new CheckId("a"), SLOT))),
                Rounds.of(
                        Rounds.HERE,
                        SLOT,
                        1,
                        List.of(Rounds.passed("a", SLOT).withCertificate(Optional.of(SLOT)))),
                new Round(
                        plain.location(),
                        plain.slot(),
                        0,
                        SLOT,
                        SLOT,
                        Controls.NONE,
                        plain.observations()));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void readsWhatItWrote(Round round) {
        assertThat(json.decode(json.encode(round))).isEqualTo(round);
    }

    @Test
    void readsEveryReasonSideAndResultThatItWrote() {
        List<Observation> seen =
                Stream.of(FailureReason.values())
                        .flatMap(reason ->
                                Stream.of(Side.values())
                                        .map(side -> Rounds.failed(reason, side, "x", SLOT)))
                        .toList();
        Round round = Rounds.of(Rounds.HERE, SLOT, 0, seen);

        assertThat(json.decode(json.encode(round))).isEqualTo(round);
        for (Result result : Result.values()) {
            assertThat(json.encode(Rounds.of(Rounds.HERE, SLOT, 0, List.of(of(result)))))
                    .contains("\"result\":\"" + result.label() + "\"");
        }
    }

    private static Observation of(Result result) {
        Observation passed = Rounds.passed("a", SLOT);
        boolean bad = !result.isGood() && result != Result.NO_DATA;
        return new Observation(
                passed.check(),
                result,
                bad ? Optional.of(Failure.of(FailureReason.DNS, "x")) : Optional.empty(),
                bad ? Optional.of(Side.MONITOR) : Optional.empty(),
                SLOT,
                passed.phases(),
                passed.status(),
                0,
                false,
                "",
                "",
                "");
    }

    /** Half a surrogate pair may come from a message cut short; it must not lose the round. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"quoted\"\n\\", "漢字 é 🜁", "cut \uD83D", "\u0000", "</script>"})
    void keepsAnyMessage(String message) {
        Round round =
                Rounds.of(
                        Rounds.HERE,
                        SLOT,
                        0,
                        List.of(Rounds.failed(FailureReason.BODY, Side.SERVICE, message, SLOT)));

        String document = json.encode(round);

        assertThat(json.decode(document)).isEqualTo(round);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(document)).isTrue();
    }

    /** DynamoDB reads 4 KB for one unit. */
    @Test
    void aRoundOfTwentyChecksIsLessThanFourKilobytes() {
        assertThat(json.encode(Rounds.ordinary(SLOT)).length()).isBetween(2_500, 4_096);
    }

    @Test
    void writesThisForm() {
        assertThat(json.encode(Rounds.of(SLOT, 0)))
                .isEqualTo(
                        """
                        {"v":1,"location":"frankfurt","slot":"2026-11-23T12:00:00Z",\
                        "length":"PT1M","number":0,"started":"2026-11-23T12:00:00.012345678Z",\
                        "finished":"2026-11-23T12:00:00.824345678Z","provider":"PASSED",\
                        "origins":{"wsrv-nl":"FAILED"},"observations":[{"check":"home",\
                        "result":"passed","at":86419754,"phases":[812,10023,12231,145012,1023],\
                        "status":200,"bytes":10240,"address":"104.26.10.78","cache":"MISS",\
                        "edge":"FRA"}]}\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "v":1 | "v":2 | round.v: written by another version of the program
                    "v":1 | "v":1,"w":1 | round: unknown fields [w]
                    "v":1 | "v":"1" | round.v: not a whole number
                    "v":1 | "v":1.0 | round.v: not a whole number
                    "v":1, | "" | round: not JSON
                    "v":1, | "v":1,"v":1, | round: not JSON: Duplicate
                    "number":0, | | round.number: missing
                    "number":0 | "number":-1 | round: contradicts itself: rounds are numbered from 0
                    "number":0 | "number":4294967296 | round.number: out of range
                    PT1M | PT7M | round: contradicts itself: 2026-11-23T12:00:00Z is not aligned
                    PT1M | a minute | round.length: does not hold 'a minute'
                    12:00:00Z | 25:00:00Z | round.slot: does not hold '2026-11-23T25:00:00Z'
                    frankfurt | Frankfurt | round.location: does not hold 'Frankfurt'
                    "PASSED" | "FINE" | round.provider: does not hold 'FINE'
                    "FAILED" | null | round.origins.wsrv-nl: not text
                    [{"check" | [7,{"check" | round.observations[0]: not an object
                    "passed" | "good" | round.observations[0].result: does not hold 'good'
                    "passed" | "failed" | round: contradicts itself: result failed
                    [812,10023, | [812, | round.observations[0].phases: not 5 numbers
                    [812, | ["812", | round.observations[0].phases: not a whole number
                    "MISS" | true | round.observations[0].cache: not text
                    "edge" | "ege" | round.observations[0]: unknown fields [ege]
                    """)
    void refusesAnyOtherFormAndSaysWhere(String part, String instead, String message) {
        String good = json.encode(Rounds.of(SLOT, 0));
        assertThat(good).contains(part);
        String bad = good.replace(part, instead == null ? "" : instead);

        assertThatThrownBy(() -> json.decode(bad))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesWhatFollowsTheDocument() {
        String twice = json.encode(Rounds.of(SLOT, 0)).repeat(2);

        assertThatThrownBy(() -> json.decode(twice))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageStartingWith("round: not JSON");
    }
}
