package weservstatus.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.observe.Side;
import weservstatus.verdict.ComponentStatus;

class IncidentPolicyTest {
    private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");
    private static final ComponentId RESIZE = new ComponentId("resize");
    private static final ComponentId CACHED = new ComponentId("cached");
    private static final Author.Person ADA = new Author.Person("ada");

    private final IncidentPolicy policy = new IncidentPolicy(Duration.ofMinutes(10));
    private List<Incident> incidents = List.of();

    private static Instant minute(double minute) {
        return TEN.plus(Duration.ofMillis((long) (minute * 60_000)));
    }

    private static Trouble trouble(ComponentId component, ComponentStatus status, double began) {
        return new Trouble(
                component,
                component.value().equals("resize") ? "Resize and crop" : "Cached pictures",
                status,
                minute(began),
                Optional.empty(),
                new Trouble.Facts(
                        List.of("A new picture, resized"),
                        List.of("Frankfurt"),
                        Optional.of(Side.SERVICE),
                        "status: expected 200, got 502",
                        List.of("e1")));
    }

    private static Trouble over(Trouble trouble, double ended) {
        return new Trouble(
                trouble.component(),
                trouble.name(),
                trouble.status(),
                trouble.began(),
                Optional.of(minute(ended)),
                trouble.facts());
    }

    private static VerdictChange at(double minute, Trouble... troubles) {
        return new VerdictChange(minute(minute), List.of(troubles), Set.of(), Set.of());
    }

    private List<IncidentCommand> see(VerdictChange change) {
        List<IncidentCommand> commands = policy.decide(incidents, change);
        incidents = Incidents.after(incidents, commands);
        return commands;
    }

    private Incident only() {
        assertThat(incidents).hasSize(1);
        return incidents.getFirst();
    }

    private final Trouble down = trouble(RESIZE, ComponentStatus.MAJOR_OUTAGE, 0);

    @Test
    void anOutageOpensAnIncidentDatedBackToItsFirstBadAnswer() {
        see(at(1, down));

        assertThat(only().started()).isEqualTo(minute(0));
        assertThat(only().title()).isEqualTo("Resize and crop: down");
        assertThat(only().impact()).isEqualTo(Impact.CRITICAL);
        assertThat(only().status()).isEqualTo(IncidentStatus.INVESTIGATING);
        assertThat(only().evidence()).containsExactly("e1");
        assertThat(only().updates().getFirst().body())
                .isEqualTo(
                        "Resize and crop is down since 10:00 UTC. Failing: A new picture, resized."
                                + " Seen: status: expected 200, got 502. Seen from Frankfurt."
                                + " The image service itself is at fault.");
    }

    @Test
    void seeingTheSameAgainSaysNothingNew() {
        VerdictChange change = at(1, down);
        see(change);

        assertThat(see(change)).isEmpty();
        assertThat(see(at(2, down))).isEmpty();
    }

    @Test
    void anotherComponentJoinsTheSameIncident() {
        see(at(1, down));
        see(at(2, down, trouble(CACHED, ComponentStatus.PARTIAL_OUTAGE, 1.5)));

        assertThat(only().affected()).containsExactlyInAnyOrder(RESIZE, CACHED);
        assertThat(only().updates().getLast().body()).isEqualTo("Cached pictures: fails in part.");
    }

    @Test
    void theTitleGrowsWithWhatFailsAndNeverShrinks() {
        Trouble other = trouble(CACHED, ComponentStatus.PARTIAL_OUTAGE, 1.5);
        see(at(1, trouble(RESIZE, ComponentStatus.PARTIAL_OUTAGE, 0)));
        assertThat(only().title()).isEqualTo("Resize and crop: fails in part");
        see(at(2, down));
        assertThat(only().title()).isEqualTo("Resize and crop: down");
        see(at(3, trouble(RESIZE, ComponentStatus.PARTIAL_OUTAGE, 0)));
        assertThat(only().title()).isEqualTo("Resize and crop: down");
        see(at(4, down, other));
        assertThat(only().title()).isEqualTo("2 components are affected");
        see(at(8, down, over(other, 7)));
        see(at(9, over(down, 8), over(other, 7)));
        assertThat(only().title()).isEqualTo("2 components are affected");
    }

    @Test
    void thePersonsTitleStays() {
        see(at(1, down));
        incidents =
                Incidents.after(incidents, List.of(new IncidentCommand.TakeOver(only().id(), ADA)));
        see(at(2, down, trouble(CACHED, ComponentStatus.PARTIAL_OUTAGE, 1.5)));

        assertThat(only().title()).isEqualTo("Resize and crop: down");
        assertThat(only().affected()).containsExactlyInAnyOrder(RESIZE, CACHED);
    }

    @Test
    void aComponentThatRecoversIsNamedWhileTheRestGoesOn() {
        Trouble other = trouble(CACHED, ComponentStatus.PARTIAL_OUTAGE, 0.5);
        see(at(1, down, other));
        see(at(5, down, over(other, 4)));

        assertThat(only().affected()).containsExactly(RESIZE);
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void itEndsByItselfDatedBackToTheFirstGoodAnswer() {
        see(at(1, down));
        see(at(8, over(down, 5)));

        assertThat(only().status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(only().ended()).contains(minute(5));
        assertThat(only().components()).containsEntry(RESIZE, ComponentStatus.OPERATIONAL);
        assertThat(see(at(9, over(down, 5)))).isEmpty();
    }

    @Test
    void troubleThatComesBackWithinTenMinutesJoinsTheSameIncident() {
        see(at(1, down));
        see(at(8, over(down, 5)));
        see(at(15, trouble(RESIZE, ComponentStatus.MAJOR_OUTAGE, 14.9)));

        assertThat(only().isOpen()).isTrue();
        assertThat(only().started()).isEqualTo(minute(0));
        assertThat(only().updates().getLast().body()).startsWith("It fails again.");
    }

    @Test
    void troubleThatComesBackLaterIsAnotherIncident() {
        see(at(1, down));
        see(at(8, over(down, 5)));
        see(at(16, trouble(RESIZE, ComponentStatus.MAJOR_OUTAGE, 15.1)));

        assertThat(incidents).hasSize(2);
        assertThat(incidents.getLast().id()).isNotEqualTo(incidents.getFirst().id());
    }

    @Test
    void whoTakesOverKeepsTheWordsAndTheEnd() {
        see(at(1, down));
        IncidentId id = only().id();
        IncidentUpdate words =
                new IncidentUpdate(
                        "w1",
                        IncidentStatus.IDENTIFIED,
                        ADA,
                        "A *switch* died.",
                        minute(3),
                        minute(3),
                        List.of(),
                        true);
        incidents =
                Incidents.after(
                        incidents,
                        List.of(
                                new IncidentCommand.TakeOver(id, ADA),
                                new IncidentCommand.Edit(
                                        id,
                                        Optional.of("Network trouble"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new IncidentCommand.Say(id, words)));
        see(at(4, down, trouble(CACHED, ComponentStatus.DEGRADED_PERFORMANCE, 3.5)));
        see(
                at(
                        20,
                        over(down, 15),
                        over(trouble(CACHED, ComponentStatus.DEGRADED_PERFORMANCE, 3.5), 14)));

        assertThat(only().title()).isEqualTo("Network trouble");
        assertThat(only().status()).isEqualTo(IncidentStatus.IDENTIFIED);
        assertThat(only().isOpen()).isTrue();
        assertThat(only().span().proposedEnd()).contains(minute(15));
        assertThat(only().updates()).contains(words);
        assertThat(see(at(21, over(down, 15)))).isEmpty();
    }

    @Test
    void aProposedEndIsTakenBackWhenItFailsAgain() {
        see(at(1, down));
        incidents =
                Incidents.after(incidents, List.of(new IncidentCommand.TakeOver(only().id(), ADA)));
        see(at(20, over(down, 15)));
        see(at(22, trouble(RESIZE, ComponentStatus.MAJOR_OUTAGE, 21)));

        assertThat(only().span().proposedEnd()).isEmpty();
        assertThat(only().affected()).containsExactly(RESIZE);
    }

    @Test
    void whatFailsUnderPlannedWorkIsHeldBackAndToldWhenTheWorkEnds() {
        VerdictChange during =
                new VerdictChange(minute(1), List.of(down), Set.of(RESIZE), Set.of());
        assertThat(see(during)).isEmpty();

        see(new VerdictChange(minute(61), List.of(down), Set.of(), Set.of(RESIZE)));

        assertThat(only().updates().getFirst().body())
                .endsWith("Planned work on it has just ended, and it still fails.");
    }

    @Test
    void anOpenIncidentDoesNotEndBecauseWorkHidesItsTrouble() {
        see(at(1, down));

        assertThat(see(new VerdictChange(minute(5), List.of(down), Set.of(RESIZE), Set.of())))
                .isEmpty();
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void mergingKeepsEveryUpdateAndTheEarlierStart() {
        see(at(1, down));
        IncidentId automatic = only().id();
        IncidentId own = IncidentId.ofRequest("r1");
        IncidentUpdate first =
                new IncidentUpdate(
                        "u1",
                        IncidentStatus.INVESTIGATING,
                        ADA,
                        "We look into it.",
                        minute(2),
                        minute(2),
                        List.of(),
                        true);
        incidents =
                Incidents.after(
                        incidents,
                        List.of(
                                new IncidentCommand.Open(
                                        own,
                                        "Pictures fail",
                                        Optional.of(Impact.MAJOR),
                                        ADA,
                                        minute(2),
                                        first,
                                        List.of()),
                                new IncidentCommand.Merge(own, automatic)));

        assertThat(only().id()).isEqualTo(own);
        assertThat(only().title()).isEqualTo("Pictures fail");
        assertThat(only().started()).isEqualTo(minute(0));
        assertThat(only().impact()).isEqualTo(Impact.CRITICAL);
        assertThat(only().updates()).hasSize(2).contains(first);
        assertThat(only().affected()).containsExactly(RESIZE);
    }

    @Test
    void mergingAnOpenOneWithOneThatIsOverGoesOn() {
        see(at(1, down));
        see(at(8, over(down, 5)));
        see(at(30, trouble(CACHED, ComponentStatus.PARTIAL_OUTAGE, 29)));
        IncidentId first = incidents.getFirst().id();
        IncidentId second = incidents.getLast().id();

        incidents = Incidents.after(incidents, List.of(new IncidentCommand.Merge(first, second)));

        assertThat(only().isOpen()).isTrue();
        assertThat(only().updates()).hasSize(3);
    }

    @Test
    void aPastIncidentIsEnteredWithItsTrueTimes() {
        IncidentId id = IncidentId.ofRequest("past");
        IncidentUpdate end =
                new IncidentUpdate(
                        "u1",
                        IncidentStatus.RESOLVED,
                        ADA,
                        "It was the network.",
                        minute(-600),
                        minute(0),
                        List.of(),
                        false);
        incidents =
                Incidents.after(
                        incidents,
                        List.of(
                                new IncidentCommand.Open(
                                        id,
                                        "Network",
                                        Optional.of(Impact.MINOR),
                                        ADA,
                                        minute(-660),
                                        end,
                                        List.of())));

        assertThat(only().lasted(minute(0))).isEqualTo(Duration.ofHours(1));
        assertThat(only().entered()).isEqualTo(minute(0));
    }

    @Test
    void carryingOutACommandAgainChangesNothing() {
        List<IncidentCommand> opened = policy.decide(incidents, at(1, down));
        List<Incident> once = Incidents.after(incidents, opened);

        assertThat(Incidents.after(once, opened)).isEqualTo(once);
    }
}
