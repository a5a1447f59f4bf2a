package weservstatus.status;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.Scene.round;
import static weservstatus.verdict.Scene.second;
import static weservstatus.verdict.Scene.seen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Share;
import weservstatus.uptime.Tally;
import weservstatus.uptime.Watched;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;
import weservstatus.verdict.Scene;
import weservstatus.verdict.Verdicts;

class SnapshotsTest {

    private static final ComponentId SITE = new ComponentId("site");
    private static final ComponentId MADE = new ComponentId("made");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Past NOTHING = new Past(Map.of(), List.of(), List.of(), Map.of());
    private static final long DAY = 86_400_000;

    private static final Catalogue CATALOGUE =
            Scene.at("here")
                    .group("delivery")
                    .component("site")
                    .vital("home", CachePath.NONE)
                    .group("processing")
                    .component("made")
                    .vital("resize", CachePath.MISS)
                    .other("webp", Duration.ofHours(1))
                    .catalogue();

    private static StatusSnapshot snapshot(List<Round> rounds, Past past, Instant now) {
        return Snapshots.of(CATALOGUE, Verdicts.decide(CATALOGUE, rounds, now), past, now);
    }

    private static Round all(double at, String... words) {
        return round(
                "here",
                at,
                seen("home", at, words[0]),
                seen("resize", at, words[1]),
                seen("webp", at, words[2]));
    }

    private static ComponentState component(StatusSnapshot snapshot, ComponentId id) {
        return snapshot.components().stream()
                .filter(state -> state.component().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsNinetyEmptyDaysAndTwentyFourEmptyHoursBeforeTheFirstRound() {
        StatusSnapshot snapshot = snapshot(List.of(), NOTHING, second(30));

        assertThat(snapshot.headline()).isEqualTo(Headline.CANNOT_SEE);
        assertThat(snapshot.dataThrough()).isEmpty();
        assertThat(snapshot.since()).isEmpty();
        assertThat(snapshot.checks()).isEqualTo(new CheckCounts(3, 0, 0, 0, 0, 3, 0));
        assertThat(snapshot.places().getFirst().state()).isEqualTo(PlaceState.SILENT);
        ComponentState site = component(snapshot, SITE);
        assertThat(site.days()).hasSize(90).extracting(Day::tally).containsOnly(Tally.NONE);
        assertThat(site.days().getFirst().date()).isEqualTo(TODAY.minusDays(89));
        assertThat(site.days().getLast().date()).isEqualTo(TODAY);
        assertThat(site.firstDay()).isEmpty();
        assertThat(site.speed()).hasSize(24);
        assertThat(snapshot.speed().hours()).hasSize(24);
        assertThat(snapshot.speed().hours().getLast().hour()).isEqualTo(Scene.START);
        assertThat(snapshot.speed().day().n()).isZero();
    }

    @Test
    void namesWhatFailsAndSinceWhen() {
        StatusSnapshot snapshot =
                snapshot(
                        List.of(
                                all(0, "good", "good", "good"),
                                all(60, "good", "bad", "bad"),
                                all(120, "good", "bad", "good")),
                        NOTHING,
                        second(121));

        assertThat(snapshot.status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(snapshot.checks()).isEqualTo(new CheckCounts(3, 2, 0, 0, 1, 0, 0));
        assertThat(snapshot.places().getFirst().state()).isEqualTo(PlaceState.REPORTING);
        assertThat(snapshot.groups())
                .extracting(group -> group.group().id().value() + " " + group.status().label())
                .containsExactly("delivery operational", "processing partial_outage");
        ComponentState made = component(snapshot, MADE);
        assertThat(made.problems())
                .containsExactly(
                        new Problem(
                                "resize",
                                "Check resize",
                                "service",
                                "STATUS",
                                "resize is bad",
                                Optional.empty()));
        assertThat(made.since()).contains(second(120));
        assertThat(component(snapshot, SITE).problems()).isEmpty();
        assertThat(component(snapshot, SITE).since()).contains(second(0));
    }

    @Test
    void datesTheWholeFromTheComponentsThatMakeItSo() {
        StatusSnapshot bad =
                snapshot(
                        List.of(
                                all(0, "good", "good", "good"),
                                all(60, "bad", "good", "good"),
                                all(120, "bad", "good", "good")),
                        NOTHING,
                        second(121));
        Past remembered =
                new Past(
                        Map.of(SITE, second(-900), MADE, second(-500)),
                        List.of(),
                        List.of(),
                        Map.of());
        StatusSnapshot good =
                snapshot(List.of(all(0, "good", "good", "good")), remembered, second(1));

        assertThat(bad.status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(bad.since()).contains(second(60));
        assertThat(good.status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(good.since()).contains(second(-500));
        assertThat(component(good, SITE).since()).contains(second(-900));
    }

    @Test
    void saysWhyItCannotTell() {
        StatusSnapshot snapshot =
                snapshot(
                        List.of(
                                all(0, "blocked", "blocked", "blocked"),
                                all(60, "blocked", "blocked", "blocked")),
                        NOTHING,
                        second(61));

        assertThat(snapshot.status()).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(component(snapshot, SITE).problems())
                .extracting(Problem::side)
                .containsExactly("blocked");
    }

    @Test
    void saysHowLateASlowAnswerCame() {
        StatusSnapshot snapshot =
                snapshot(
                        List.of(all(0, "slow", "good", "good"), all(60, "slow", "good", "good")),
                        NOTHING,
                        second(61));

        assertThat(snapshot.headline()).isEqualTo(Headline.SLOW);
        assertThat(component(snapshot, SITE).problems())
                .containsExactly(
                        new Problem(
                                "home",
                                "Check home",
                                "",
                                "SLOW",
                                "answered after 3000 ms, slow above 2000 ms",
                                Optional.empty()));
    }

    @Test
    void namesFiveProblemsAtMost() {
        Scene scene = Scene.at("here").component("effects");
        List<Observation> first = new ArrayList<>();
        List<Observation> second = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            scene.other("e" + i, Duration.ofMinutes(1));
            first.add(seen("e" + i, 0, "bad"));
            second.add(seen("e" + i, 60, "bad"));
        }
        Catalogue catalogue = scene.catalogue();
        List<Round> rounds =
                List.of(
                        round("here", 0, first.toArray(Observation[]::new)),
                        round("here", 60, second.toArray(Observation[]::new)));

        StatusSnapshot snapshot =
                Snapshots.of(
                        catalogue,
                        Verdicts.decide(catalogue, rounds, second(61)),
                        NOTHING,
                        second(61));

        assertThat(snapshot.components().getFirst().problems()).hasSize(5);
        assertThat(snapshot.checks().failing()).isEqualTo(8);
    }

    @Test
    void countsTimeWithoutAnItemAfterTheFirstDayAsNotObserved() {
        Tally half = new Tally(DAY / 2, 0, 0, 0, 0, 0);
        Tally broken = new Tally(DAY - 1_000, 0, 1_000, 0, 0, 0);
        Past past =
                new Past(
                        Map.of(),
                        List.of(
                                day(-1, broken),
                                day(-4, half),
                                day(0, new Tally(60_000, 0, 0, 0, 0, 0))),
                        List.of(),
                        Map.of());

        ComponentState site = component(snapshot(List.of(), past, second(0)), SITE);

        assertThat(site.firstDay()).contains(TODAY.minusDays(4));
        assertThat(site.days().subList(84, 90))
                .extracting(Day::tally)
                .containsExactly(
                        Tally.NONE,
                        half,
                        new Tally(0, 0, 0, 0, 0, DAY),
                        new Tally(0, 0, 0, 0, 0, DAY),
                        broken,
                        new Tally(60_000, 0, 0, 0, 0, 10 * 3_600_000 - 60_000));
        assertThat(site.totals().quarter().elapsed()).isEqualTo(DAY / 2 + 3 * DAY + 10 * 3_600_000);
        assertThat(component(snapshot(List.of(), past, second(0)), MADE).firstDay()).isEmpty();
    }

    private static DayItem day(int offset, Tally tally) {
        return new DayItem(
                TODAY.plusDays(offset),
                new Rollup(
                        new TreeMap<>(Map.of(SITE, new Share(tally, Latency.NONE))), Latency.NONE));
    }

    @Test
    void showsTheSpeedOfEachHourAndOfTheDay() {
        List<HourItem> hours = new ArrayList<>();
        for (int back : List.of(0, 1, 30)) {
            Interval hour = Interval.hour(Scene.START.minus(Duration.ofHours(back)));
            double at = -back * 3600.0;
            hours.add(
                    HourItem.of(
                            Watched.of(CATALOGUE),
                            hour,
                            List.of(all(at, "good", "good", "good")),
                            hour));
        }

        StatusSnapshot snapshot =
                snapshot(List.of(), new Past(Map.of(), List.of(), hours, Map.of()), second(90));

        assertThat(snapshot.speed().day().n())
                .as("two hours, two checks on the miss path")
                .isEqualTo(4);
        assertThat(snapshot.speed().hours().get(22).latency().n()).isEqualTo(2);
        assertThat(snapshot.speed().hours().get(21).latency().n()).isZero();
        assertThat(component(snapshot, SITE).speed().getLast().latency().n()).isEqualTo(1);
    }
}
