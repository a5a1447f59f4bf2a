package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.incident.Author;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.Incidents;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.Timetable;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.MaintenanceStore;
import weservstatus.store.Stored;
import weservstatus.time.Interval;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;
import weservstatus.verdict.Scene;

/** What becomes of outages: incidents, and what planned work does to them. */
class ReviewIncidentsTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");

    private final Story story = new Story(Story.small());

    @Test
    void anOutageIsPublishedAsAnIncidentFromItsFirstBadAnswer() {
        outage();

        IncidentState incident = only(story.published());
        assertThat(incident.started()).isEqualTo(Scene.second(60));
        assertThat(incident.status()).isEqualTo(IncidentStatus.INVESTIGATING);
        assertThat(incident.affected()).hasSize(1);
        assertThat(incident.updates().getFirst().body()).contains("since 10:01 UTC");
    }

    @Test
    void itEndsWhenTheOutageIsCalledOver() {
        outage();
        minutes(3, 5, "good");

        IncidentState incident = only(story.published());
        assertThat(incident.status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(incident.ended()).contains(Scene.second(180.1));
    }

    @Test
    void whatComesBackSoonIsTheSameIncident() {
        outage();
        minutes(3, 10, "good");
        minutes(11, 12, "bad");

        assertThat(only(story.published()).ended()).isEmpty();
        assertThat(only(story.published()).started()).isEqualTo(Scene.second(60));
    }

    @Test
    void reviewingAgainInAnyProcessSaysNothingAgain() {
        outage();
        minutes(3, 6, "good");
        List<?> updates = only(story.published()).updates();
        for (int again = 1; again <= 3; again++) {
            story.restart();
            story.review(361 + again);
        }

        assertThat(only(story.published()).updates()).isEqualTo(updates).hasSize(2);
    }

    @Test
    void wordsOfPeopleStayAndTheEndIsOnlyProposed() {
        outage();
        Stored<Incident> stored = story.stores.incidents().newest(1).getFirst();
        IncidentId id = stored.value().id();
        Incident taken =
                Incidents.after(
                                List.of(stored.value()),
                                List.of(
                                        new IncidentCommand.TakeOver(id, new Author.Person("ada")),
                                        new IncidentCommand.Edit(
                                                id,
                                                Optional.of("A switch died"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty())))
                        .getFirst();
        story.stores.table().transact(story.stores.incidents().writing(taken, stored.version()));
        minutes(3, 6, "good");

        IncidentState incident = only(story.published());
        assertThat(incident.title()).isEqualTo("A switch died");
        assertThat(incident.ended()).isEmpty();
        assertThat(incident.proposedEnd()).contains(Scene.second(180.1));
    }

    @Test
    void failuresUnderAnnouncedWorkAreNeitherAnIncidentNorDown() {
        plan(0.5, 20);
        outage();

        StatusSnapshot during = story.published();
        assertThat(during.status()).isEqualTo(ComponentStatus.UNDER_MAINTENANCE);
        assertThat(during.headline()).isEqualTo(Headline.MAINTENANCE);
        assertThat(during.components().getFirst().status())
                .isEqualTo(ComponentStatus.UNDER_MAINTENANCE);
        assertThat(during.announcements().incidents()).isEmpty();
        assertThat(story.news).isEmpty();
        assertThat(during.components().getFirst().days().getLast().tally().major()).isZero();
        assertThat(during.components().getFirst().days().getLast().tally().maintenance())
                .isPositive();
    }

    @Test
    void whatStillFailsWhenTheWorkEndsBecomesAnIncidentThatSaysSo() {
        plan(0.5, 5);
        outage();
        minutes(3, 7, "bad");

        assertThat(story.published().status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(only(story.published()).updates().getFirst().body())
                .endsWith("Planned work on it has just ended, and it still fails.");
    }

    @Test
    void workThatIsNotUnderWayChangesNothing() {
        plan(600, 30);
        outage();

        assertThat(story.published().status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(story.published().announcements().works()).hasSize(1);
    }

    private void plan(double minute, int length) {
        Instant start = Scene.second(minute * 60);
        Maintenance work =
                new Maintenance(
                        MaintenanceId.ofRequest("plan"),
                        "New servers",
                        "",
                        Set.of(PICTURES),
                        new Timetable.Once(
                                new Interval(start, start.plus(Duration.ofMinutes(length)))),
                        start.minus(Duration.ofDays(1)),
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty());
        story.stores
                .table()
                .transact(
                        List.of(story.stores.maintenances().writing(work, MaintenanceStore.NONE)));
    }

    private void outage() {
        story.minute(0, "good");
        story.minute(1, "bad");
        story.round(71, 1, "bad");
        story.review(72);
        story.minute(2, "bad");
    }

    private void minutes(int first, int last, String word) {
        for (int minute = first; minute <= last; minute++) {
            story.minute(minute, word);
        }
    }

    private static IncidentState only(StatusSnapshot snapshot) {
        assertThat(snapshot.announcements().incidents()).hasSize(1);
        return snapshot.announcements().incidents().getFirst();
    }
}
