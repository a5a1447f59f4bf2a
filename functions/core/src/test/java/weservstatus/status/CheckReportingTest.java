package weservstatus.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Colour;
import weservstatus.check.Expectation;
import weservstatus.check.Expectation.Packing;
import weservstatus.check.ImageFormat;
import weservstatus.check.Likeness;
import weservstatus.observe.Round;
import weservstatus.observe.Secrets;
import weservstatus.status.CheckReport.Seen;
import weservstatus.verdict.Background;
import weservstatus.verdict.Scene;
import weservstatus.verdict.Verdicts;

class CheckReportingTest {
    private static final Catalogue CATALOGUE =
            Scene.at("here")
                    .component("pictures")
                    .vital("made", CachePath.MISS)
                    .vital("kept", CachePath.HIT)
                    .catalogue();

    private static CheckReports of(List<Round> rounds, double second) {
        var verdict =
                Verdicts.assess(CATALOGUE, rounds, Background.NONE, Scene.second(second)).verdict();
        return CheckReporting.of(CATALOGUE, verdict, rounds);
    }

    private static Round round(double second, String word) {
        return Scene.round("here", second, Scene.seen("made", second, word));
    }

    @Test
    void theNewestThreeResultsOfALocationAreToldNewestFirst() {
        List<Round> rounds =
                List.of(round(0, "good"), round(60, "good"), round(120, "good"), round(180, "bad"));

        List<Seen> seen = of(rounds, 181).find("made").orElseThrow().seen();

        assertThat(seen).extracting(Seen::result).containsExactly("failed", "passed", "passed");
        assertThat(seen)
                .extracting(Seen::at)
                .containsExactly(Scene.second(180), Scene.second(120), Scene.second(60));
        assertThat(seen.getFirst().message()).isNotEmpty();
    }

    @Test
    void everyCheckIsToldInTheOrderOfTheFileAndWhatWasNeverSeenIsUnknown() {
        CheckReports reports = of(List.of(round(0, "good")), 1);

        assertThat(reports.checks()).extracting(CheckReport::id).containsExactly("made", "kept");
        CheckReport made = reports.find("made").orElseThrow();
        CheckReport kept = reports.find("kept").orElseThrow();
        assertThat(made.state()).isEqualTo("good");
        assertThat(made.rhythm().every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(kept.state()).isEqualTo("unknown");
        assertThat(kept.seen()).isEmpty();
        assertThat(made.unseen().state()).isEqualTo("unknown");
        assertThat(made.unseen().seen()).isEqualTo(made.seen());
    }

    @Test
    void eachExpectationIsOneSentence() {
        assertThat(
                        List.of(
                                words(new Expectation.StatusIs(200)),
                                words(new Expectation.HeaderAbsent("X-Foo")),
                                words(new Expectation.BodySize(1, 2_000_000)),
                                words(
                                        new Expectation.ErrorIs(
                                                404,
                                                404,
                                                Optional.of("not found"),
                                                Optional.empty())),
                                words(new Expectation.Within(Duration.ofMillis(1_500))),
                                words(
                                        new Expectation.ImageIs(
                                                ImageFormat.WEBP,
                                                OptionalInt.of(320),
                                                OptionalInt.empty(),
                                                OptionalInt.of(4),
                                                Optional.of(false),
                                                Packing.ANY)),
                                words(new Expectation.ColourIs(new Colour(0xff336699), 2)),
                                words(new Expectation.FromCache(false)),
                                AssertionWords.of(new Likeness.HalfOf("large"))))
                .containsExactly(
                        "The status is 200.",
                        "There is no header X-Foo.",
                        "The answer has 1 to 2,000,000 bytes.",
                        "An error in JSON with status 404, code 404 and a message like “not"
                                + " found”.",
                        "It is there within 1.5 s.",
                        "A true picture in WEBP, 320 pixels wide, 4 frames, without transparency.",
                        "Every pixel has the colour #ff336699 (alpha first), give or take 2.",
                        "The answer is made anew, not taken from the cache.",
                        "The picture of “large” at half its width and height.");
    }

    private static String words(Expectation expectation) {
        return AssertionWords.of(expectation);
    }

    @Test
    void aSecretOfARequestIsNeverTold() {
        CheckReport report = of(List.of(), 0).find("made").orElseThrow();

        assertThat(report.question().asks())
                .allSatisfy(line -> assertThat(line).startsWith("GET "));
        assertThat(Secrets.NAMED.hidden("GET https://a.test/?token=abcdef&w=1"))
                .isEqualTo("GET https://a.test/?token=[hidden]&w=1");
        assertThat(Set.copyOf(report.question().asserts())).isNotEmpty();
    }
}
