package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.Scene.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;

/** What is known of the edge alone: an address family that a place lacks, a certificate. */
class EdgeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aPlaceWithoutIpv6KnowsNothingOfItAndAllElse() {
        Verdict verdict = decide(edge("ipv4", "ipv6"), seen("ipv4", 0, "good"), notObserved());

        assertThat(state(verdict, "ipv6")).isEqualTo(CheckState.UNKNOWN);
        assertThat(status(verdict, "edge")).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(verdict.status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(verdict.headline()).isEqualTo(Headline.WORKS);
    }

    @Test
    void aComponentOfIpv6AloneIsUnknownThereAndThePageIsNot() {
        Verdict verdict = decide(edge("ipv6"), notObserved());

        assertThat(status(verdict, "edge")).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(verdict.status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(verdict.headline()).isEqualTo(Headline.WORKS);
        assertThat(verdict.dataThrough()).isPresent();
    }

    @Test
    void aCertificateThatEndsSoonIsNotCalledSlow() {
        Verdict verdict = decide(edge("ipv4", "certificate"), seen("ipv4", 0, "good"), expiring());

        assertThat(status(verdict, "edge")).isEqualTo(ComponentStatus.DEGRADED_PERFORMANCE);
        assertThat(verdict.status()).isEqualTo(ComponentStatus.DEGRADED_PERFORMANCE);
        assertThat(verdict.headline()).isEqualTo(Headline.EXPIRING);
    }

    @Test
    void whereSomethingIsLateBesideItThatIsTheNews() {
        Verdict verdict = decide(edge("ipv4", "certificate"), seen("ipv4", 0, "slow"), expiring());

        assertThat(verdict.headline()).isEqualTo(Headline.SLOW);
    }

    private static Catalogue edge(String... checks) {
        Scene scene = Scene.at("here").component("pictures").vital("made", CachePath.MISS);
        scene.component("edge");
        for (String check : checks) {
            scene.other(check, MINUTE);
        }
        return scene.catalogue();
    }

    /** Two rounds, a minute apart, in which all of that was seen. */
    private static Verdict decide(Catalogue catalogue, Observation... edge) {
        List<Round> rounds = new ArrayList<>();
        for (int second : List.of(0, 60)) {
            List<Observation> observations = new ArrayList<>();
            observations.add(seen("made", second, "good"));
            for (Observation each : edge) {
                observations.add(at(second, each));
            }
            rounds.add(Scene.round("here", second, observations.toArray(Observation[]::new)));
        }
        return Verdicts.decide(catalogue, rounds, Scene.second(61));
    }

    private static Observation at(int second, Observation seen) {
        return with(seen, seen.result(), seen.failure(), second);
    }

    private static Observation with(
            Observation seen, Result result, Optional<Failure> failure, int second) {
        return new Observation(
                seen.check(),
                result,
                failure,
                seen.side(),
                Scene.second(second),
                seen.phases(),
                seen.status(),
                seen.bytes(),
                seen.cold(),
                seen.address(),
                seen.cacheStatus(),
                seen.edge());
    }

    private static Observation notObserved() {
        return seen("ipv6", 0, "self-fault");
    }

    private static Observation expiring() {
        Failure soon = Failure.of(FailureReason.TLS, "the certificate ends in 13 days");
        return with(seen("certificate", 0, "good"), Result.SLOW, Optional.of(soon), 0);
    }

    private static CheckState state(Verdict verdict, String check) {
        return verdict.checks().stream()
                .filter(each -> each.check().equals(new CheckId(check)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static ComponentStatus status(Verdict verdict, String component) {
        return verdict.components().stream()
                .filter(each -> each.component().equals(new ComponentId(component)))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
