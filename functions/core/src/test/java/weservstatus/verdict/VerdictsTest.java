package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.Scene.round;
import static weservstatus.verdict.Scene.second;
import static weservstatus.verdict.Scene.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Interval;

class VerdictsTest {

    private static final LocationId HERE = new LocationId("here");

    /** As the default configuration: a home page, cached pictures, new ones, rotated formats. */
    private static Scene service() {
        return Scene.at("here")
                .group("delivery")
                .component("website")
                .vital("home", CachePath.NONE)
                .component("cached")
                .vital("cached", CachePath.HIT)
                .group("processing")
                .component("resize")
                .vital("resize", CachePath.MISS)
                .other("crop", Duration.ofMinutes(60))
                .component("formats")
                .other("webp", Duration.ofMinutes(60))
                .other("png", Duration.ofMinutes(60));
    }

    /** Rounds at the seconds given, in which all checks say the same word. */
    private static Round all(double at, String home, String cached, String made) {
        return round(
                "here",
                at,
                seen("home", at, home),
                seen("cached", at, cached),
                seen("resize", at, made),
                seen("crop", at, made),
                seen("webp", at, made),
                seen("png", at, made));
    }

    private static Verdict decide(double at, Round... rounds) {
        return Verdicts.decide(service().catalogue(), List.of(rounds), second(at));
    }

    private static ComponentStatus status(Verdict verdict, String component) {
        return verdict.find(new ComponentId(component)).orElseThrow().status();
    }

    @Test
    void sawNothingBeforeTheFirstRound() {
        Verdict verdict = decide(0);

        assertThat(verdict.status()).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(verdict.headline()).isEqualTo(Headline.CANNOT_SEE);
        assertThat(verdict.dataThrough()).isEmpty();
        assertThat(verdict.components())
                .allSatisfy(component -> {
                    assertThat(component.status()).isEqualTo(ComponentStatus.UNKNOWN);
                    assertThat(component.since()).isEmpty();
                });
        assertThat(verdict.locations().getFirst().state()).isEqualTo(LocationState.SILENT);
    }

    @Test
    void worksAfterOneGoodRoundBeforeTheRotatedChecksHadTheirTurn() {
        Verdict verdict =
                decide(
                        1,
                        round(
                                "here",
                                0,
                                seen("home", 0, "good"),
                                seen("cached", 0, "good"),
                                seen("resize", 0, "good")));

        assertThat(verdict.headline()).isEqualTo(Headline.WORKS);
        assertThat(status(verdict, "resize")).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(status(verdict, "formats")).isEqualTo(ComponentStatus.UNKNOWN);
    }

    @Test
    void doesNotCallAServiceWorkingWhoseFirstAnswersAreAllBad() {
        Verdict verdict = decide(1, all(0, "bad", "bad", "bad"));

        assertThat(verdict.status()).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(verdict.components())
                .extracting(ComponentVerdict::status)
                .containsOnly(ComponentStatus.UNKNOWN);
    }

    @Test
    void readsCachedOnlyWhenProcessingIsDead() {
        Verdict verdict =
                decide(
                        121,
                        all(0, "good", "good", "good"),
                        all(60, "good", "good", "bad"),
                        all(120, "good", "good", "bad"));

        assertThat(verdict.headline()).isEqualTo(Headline.CACHED_ONLY);
        assertThat(verdict.status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(status(verdict, "website")).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(status(verdict, "resize")).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(status(verdict, "formats")).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(verdict.groups())
                .extracting(GroupVerdict::status)
                .containsExactly(ComponentStatus.OPERATIONAL, ComponentStatus.PARTIAL_OUTAGE);
        assertThat(verdict.find(new ComponentId("resize")).orElseThrow().since())
                .contains(second(60));
    }

    @Test
    void readsDownWhenAllPicturesAreDeadThoughTheHomePageAnswers() {
        Verdict verdict =
                decide(
                        121,
                        all(0, "good", "good", "good"),
                        all(60, "good", "bad", "bad"),
                        all(120, "good", "bad", "bad"));

        assertThat(verdict.headline()).isEqualTo(Headline.DOWN);
        assertThat(verdict.status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(status(verdict, "website")).isEqualTo(ComponentStatus.OPERATIONAL);
    }

    @Test
    void neverTurnsThePageRedForOneRotatedEffect() {
        List<Round> rounds = new ArrayList<>();
        for (int minute = 0; minute <= 10; minute++) {
            double at = minute * 60.0;
            rounds.add(
                    round(
                            "here",
                            at,
                            seen("home", at, "good"),
                            seen("cached", at, "good"),
                            seen("resize", at, "good"),
                            seen("webp", at, "bad"),
                            seen("png", at, "bad")));
        }

        Verdict verdict = Verdicts.decide(service().catalogue(), rounds, second(601));

        assertThat(status(verdict, "formats")).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(verdict.status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(verdict.headline()).isEqualTo(Headline.SOME_FAIL);
    }

    @Test
    void callsAComponentMajorThoughARotatedCheckWasGoodBeforeTheOutage() {
        Verdict old =
                decide(
                        121,
                        all(0, "good", "good", "good"),
                        round("here", 60, seen("resize", 60, "bad")),
                        round("here", 120, seen("resize", 120, "bad")));
        Verdict since =
                decide(
                        121,
                        all(0, "good", "good", "good"),
                        round("here", 60, seen("resize", 60, "bad")),
                        round("here", 120, seen("resize", 120, "bad"), seen("crop", 120, "good")));

        assertThat(status(old, "resize")).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(status(since, "resize")).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
    }

    @Test
    void saysThatItIsBlindAndNotThatTheServiceIsDown() {
        Verdict verdict =
                decide(
                        301,
                        all(0, "good", "good", "good"),
                        Scene.blind("here", 60, seen("resize", 60, "self-fault")),
                        Scene.blind("here", 120, seen("resize", 120, "self-fault")),
                        Scene.blind("here", 300, seen("resize", 300, "self-fault")));

        assertThat(verdict.status()).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(verdict.headline()).isEqualTo(Headline.CANNOT_SEE);
        assertThat(verdict.locations().getFirst().state()).isEqualTo(LocationState.BLIND);
        assertThat(verdict.locations().getFirst().lastRound()).contains(second(300));
        assertThat(verdict.dataThrough())
                .as("only the first round said something")
                .contains(second(60));
        CheckVerdict resize =
                verdict.find(new ComponentId("resize")).orElseThrow().checks().getFirst();
        assertThat(resize.trouble().orElseThrow().side())
                .hasValueSatisfying(side -> assertThat(side.label()).isEqualTo("monitor"));
    }

    @Test
    void doesNotMoveTheDataForMissedSlots() {
        Verdict verdict =
                decide(
                        200,
                        all(0, "good", "good", "good"),
                        all(60, "missed", "missed", "missed"),
                        all(120, "missed", "missed", "missed"));

        assertThat(verdict.dataThrough()).contains(second(60));
        assertThat(verdict.locations().getFirst().lastRound()).contains(second(0));
        assertThat(verdict.locations().getFirst().state()).isEqualTo(LocationState.SILENT);
    }

    @Test
    void letsTheDataReachToNowWithinTheNewestSlot() {
        assertThat(decide(4, all(0, "good", "good", "good")).dataThrough()).contains(second(4));
        assertThat(decide(64, all(0, "good", "good", "good")).dataThrough()).contains(second(60));
    }

    @Test
    void letsTheDataReachAsFarAsMostLocationsReported() {
        Catalogue catalogue =
                Scene.at("a", "b", "c").component("all").vital("it", CachePath.MISS).catalogue();
        List<Round> rounds =
                List.of(
                        round("a", 0, seen("it", 0, "good")),
                        round("b", 20, seen("it", 20, "good")),
                        round("a", 60, seen("it", 60, "good")),
                        round("b", 80, seen("it", 80, "blocked")));

        assertThat(Verdicts.decide(catalogue, rounds, second(130)).dataThrough())
                .contains(second(60));
    }

    @Test
    void leavesOutComponentsWithoutAnActiveCheck() {
        Catalogue catalogue =
                Scene.at("here")
                        .component("all")
                        .vital("it", CachePath.MISS)
                        .component("empty")
                        .catalogue();

        assertThat(Verdicts.decide(catalogue, List.of(), second(0)).components())
                .extracting(ComponentVerdict::component)
                .containsExactly(new ComponentId("all"));
    }

    @Test
    void ignoresWhatBeganAfterNow() {
        Verdict verdict = decide(30, all(0, "good", "good", "good"), all(60, "bad", "bad", "bad"));

        assertThat(verdict.headline()).isEqualTo(Headline.WORKS);
    }

    @Test
    void asksAgainAtOnceAndOnceMoreAfterThePause() {
        Catalogue catalogue = service().catalogue();
        List<Round> rounds = new ArrayList<>();
        rounds.add(all(0, "good", "good", "good"));
        rounds.add(round("here", 60, seen("home", 60, "good"), seen("resize", 60, "bad")));
        assertThat(toConfirm(catalogue, rounds, 61)).containsExactly(new CheckId("resize"));

        rounds.add(confirm(1, 61, "bad"));
        assertThat(toConfirm(catalogue, rounds, 62)).as("too early").isEmpty();
        assertThat(toConfirm(catalogue, rounds, 70)).containsExactly(new CheckId("resize"));

        rounds.add(confirm(2, 70, "bad"));
        assertThat(toConfirm(catalogue, rounds, 71)).as("confirmed").isEmpty();
        assertThat(status(Verdicts.decide(catalogue, rounds, second(71)), "resize"))
                .isEqualTo(ComponentStatus.MAJOR_OUTAGE);
    }

    @Test
    void asksNoMoreOnceARepeatIsGoodOrTwoRepeatsSaidNothing() {
        Catalogue catalogue = service().catalogue();
        Round bad = round("here", 60, seen("resize", 60, "bad"));

        assertThat(toConfirm(catalogue, List.of(bad, confirm(1, 61, "good")), 70)).isEmpty();
        assertThat(
                        toConfirm(
                                catalogue,
                                List.of(bad, confirm(1, 61, "blocked"), confirm(2, 70, "blocked")),
                                90))
                .isEmpty();
    }

    @Test
    void asksEveryLocationAboutWhatOneOfThemSaw() {
        Catalogue catalogue =
                Scene.at("a", "b", "c", "d")
                        .component("all")
                        .vital("it", CachePath.MISS)
                        .catalogue();
        List<Round> rounds =
                List.of(
                        round("a", 0, seen("it", 0, "bad")),
                        round("b", 1, 1, seen("it", 1, "good")));

        assertThat(Verdicts.toConfirm(catalogue, rounds, new LocationId("c"), second(2)))
                .containsExactly(new CheckId("it"));
        assertThat(Verdicts.toConfirm(catalogue, rounds, new LocationId("b"), second(20)))
                .isEmpty();
    }

    @Test
    void looksBackAsFarAsFreshAnswersAndWhatTheyAreComparedWith() {
        Catalogue quick = Scene.at("here").component("all").vital("it", CachePath.MISS).catalogue();

        assertThat(Verdicts.lookBack(quick)).isEqualTo(Duration.ofSeconds(450));
        assertThat(Verdicts.lookAhead(quick)).isEqualTo(Duration.ofSeconds(450));
        assertThat(Verdicts.lookBack(service().catalogue())).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void historyNeedsNoMoreThanLookBackAndLookAhead() {
        Catalogue catalogue = service().catalogue();
        List<Round> rounds = RandomRounds.with(7).of(catalogue, Duration.ofHours(12));
        Interval window = new Interval(second(6 * 3600), second(7 * 3600));
        Interval needed =
                new Interval(
                        window.start().minus(Verdicts.lookBack(catalogue)),
                        window.end().plus(Verdicts.lookAhead(catalogue)));

        List<Round> few =
                rounds.stream().filter(round -> needed.contains(round.started())).toList();
        assertThat(few.size()).isLessThan(rounds.size());
        assertThat(Verdicts.history(catalogue, Sightings.of(catalogue, few), window))
                .isEqualTo(Verdicts.history(catalogue, Sightings.of(catalogue, rounds), window));
    }

    private static Set<CheckId> toConfirm(Catalogue catalogue, List<Round> rounds, double at) {
        return Verdicts.toConfirm(catalogue, rounds, HERE, second(at));
    }

    private static Round confirm(int number, double at, String word) {
        Observation observation = seen("resize", at, word);
        Round round = round("here", 60, number, observation);
        return new Round(
                round.location(),
                round.slot(),
                number,
                second(at),
                second(at + 0.1),
                round.controls(),
                round.observations());
    }
}
