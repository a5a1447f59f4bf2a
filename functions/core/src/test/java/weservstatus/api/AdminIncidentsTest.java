package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.api.AdminCalls.Told;
import weservstatus.incident.Author;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentCommand;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Incidents;
import weservstatus.store.AuditStore;
import weservstatus.store.IncidentStore;
import weservstatus.store.Stored;
import weservstatus.usecase.IncidentWriter;

class AdminIncidentsTest {
    private static final String SMALL =
            """
            {'title': 'WebP pictures fail', 'updates': [{'body': 'We look.', 'components': {'formats': 'partial_outage'}}]}
            """;

    private final AdminCalls calls = new AdminCalls();

    @Test
    void opensOneInOneCall() {
        Told told = calls.post("incidents", SMALL);

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.location()).isEqualTo("/api/v1/admin/incidents/" + told.id());
        assertThat(told.etag()).isEqualTo("\"1\"");
        assertThat(told.json().path("status").asString()).isEqualTo("investigating");
        assertThat(told.json().path("impact").asString()).isEqualTo("major");
        assertThat(told.json().path("by").asString()).isEqualTo("ada");
        assertThat(told.json().path("started").asString()).isEqualTo("2026-11-23T21:30:00Z");
        assertThat(told.json().at("/components/formats").asString()).isEqualTo("partial_outage");
        assertThat(told.json().at("/updates/0/told").asBoolean()).isTrue();
        assertThat(calls.get("incidents/" + told.id()).json().path("title").asString())
                .isEqualTo("WebP pictures fail");
    }

    @Test
    void entersAPastOneWithItsTrueTimesAndTellsNobody() {
        Told told =
                calls.post(
                        "incidents",
                        """
                        {'title': 'Disk full', 'impact': 'critical', 'started': '2026-11-20T01:00:00Z', 'ended': '2026-11-20T02:30:00Z',
                         'updates': [
                           {'status': 'investigating', 'body': 'Nothing comes.', 'at': '2026-11-20T01:10:00Z', 'components': {'formats': 'major_outage'}},
                           {'status': 'identified', 'body': 'A disk is full.', 'at': '2026-11-20T01:40:00Z'},
                           {'status': 'resolved', 'body': 'There is room again.', 'at': '2026-11-20T02:40:00Z'}]}
                        """);

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.json().path("started").asString()).isEqualTo("2026-11-20T01:00:00Z");
        assertThat(told.json().path("ended").asString()).isEqualTo("2026-11-20T02:30:00Z");
        assertThat(told.json().path("entered").asString()).isEqualTo("2026-11-23T21:30:00Z");
        assertThat(told.json().path("status").asString()).isEqualTo("resolved");
        assertThat(told.json().at("/components/formats").asString()).isEqualTo("operational");
        assertThat(told.json().path("updates").values())
                .extracting(update -> update.path("told").asBoolean())
                .containsExactly(false, false, false);
    }

    @Test
    void anUpdateThatSaysThatItIsOverEndsItAndHealsWhatItNamed() {
        Told open = calls.post("incidents", SMALL);
        calls.clock.advance(Duration.ofMinutes(5));

        Told over =
                calls.post(
                        "incidents/" + open.id() + "/updates",
                        "{'status': 'resolved', 'body': 'It works.'}");

        assertThat(over.status()).isEqualTo(200);
        assertThat(over.json().path("ended").asString()).isEqualTo("2026-11-23T21:35:00Z");
        assertThat(over.json().at("/components/formats").asString()).isEqualTo("operational");
    }

    @Test
    void theSameKeyAndBodyIsAnsweredAgainAndDoneOnce() {
        Told first = calls.post("incidents", SMALL, "the-same-key");
        Told update =
                calls.post(
                        "incidents/" + first.id() + "/updates", "{'body': 'More.'}", "key-two-x");
        calls.clock.advance(Duration.ofHours(3));

        Told again = calls.post("incidents", SMALL, "the-same-key");
        Told updateAgain =
                calls.post(
                        "incidents/" + first.id() + "/updates", "{'body': 'More.'}", "key-two-x");

        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(updateAgain).usingRecursiveComparison().isEqualTo(update);
        assertThat(new IncidentStore(calls.table).all()).hasSize(1);
        assertThat(calls.get("incidents/" + first.id()).json().path("updates")).hasSize(2);
        assertThat(new AuditStore(calls.table).newest(10, Optional.empty()).entries()).hasSize(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        calls.post("incidents", SMALL, "the-same-key");

        Told told = calls.post("incidents", SMALL.replace("fail", "failed"), "the-same-key");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.error("Idempotency-Key")).isEqualTo("it came with something else before");
    }

    @Test
    void aCreationNeedsAKeyAndAChangeACondition() {
        Told created = calls.call("POST", "incidents", SMALL, Map.of());
        assertThat(created.status()).isEqualTo(400);
        assertThat(created.error("Idempotency-Key")).isEqualTo("it is missing");

        String path = "incidents/" + calls.post("incidents", SMALL).id();
        Told changed = calls.call("PATCH", path, "{'title': 'x'}", Map.of());
        assertThat(changed.status()).isEqualTo(428);
        assertThat(changed.error("If-Match")).isEqualTo("it is missing");
        assertThat(calls.patch(path, "*", "{'title': 'x'}").status()).isEqualTo(400);
        assertThat(calls.patch(path, "W/\"1\"", "{'title': 'x'}").status()).isEqualTo(400);
    }

    @Test
    void whoWasTooLateHearsWhoWasQuickerAndWhen() {
        String path = "incidents/" + calls.post("incidents", SMALL).id();
        calls.clock.advance(Duration.ofMinutes(1));
        calls.as("bob", "PATCH", path, "{'title': 'By Bob'}", Map.of("if-match", "\"1\""));

        Told late = calls.patch(path, "\"1\"", "{'title': 'By Ada'}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.etag()).isEqualTo("\"2\"");
        assertThat(late.json().path("changedBy").asString()).isEqualTo("bob");
        assertThat(late.json().path("changedAt").asString()).isEqualTo("2026-11-23T21:31:00Z");
        assertThat(late.json().path("title").asString())
                .isEqualTo(
                        "It was changed meanwhile by bob at 2026-11-23T21:31:00Z; read it again");
        assertThat(calls.get(path).json().path("title").asString()).isEqualTo("By Bob");
    }

    @Test
    void whatTheMonitorChangedIsSaidToBeOfTheMonitor() {
        String path = "incidents/" + automatic();

        Told late = calls.patch(path, "\"7\"", "{'title': 'x'}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("changedBy").asString()).isEqualTo("the monitor");
    }

    @Test
    void aPersonTakesOverWhatTheMonitorOpenedAndItsWordsStay() {
        String path = "incidents/" + automatic();

        Told taken = calls.patch(path, "\"1\"", "{'takenOver': true, 'acknowledged': true}");
        String update = taken.json().at("/updates/0/id").asString();
        Told reworded =
                calls.patch(path + "/updates/" + update, taken.etag(), "{'body': 'other words'}");

        assertThat(taken.json().path("by").asString()).isEqualTo("ada");
        assertThat(taken.json().path("acknowledged").asString()).isEqualTo("2026-11-23T21:30:00Z");
        assertThat(reworded.status()).isEqualTo(422);
        assertThat(reworded.error("update")).isEqualTo("the monitor found these facts");
    }

    @Test
    void wordsOfPeopleCanBeReworded() {
        Told open = calls.post("incidents", SMALL);
        String update = open.json().at("/updates/0/id").asString();

        Told told =
                calls.patch(
                        "incidents/" + open.id() + "/updates/" + update,
                        open.etag(),
                        "{'body': 'We **look**.'}");

        assertThat(told.json().at("/updates/0/body").asString()).isEqualTo("We **look**.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'updates': [{}]}                                          | title                   | it is missing
                    {'title': '', 'updates': [{}]}                             | title                   | it is no text on one line
                    {'title': 7, 'updates': [{}]}                              | title                   | it is not text
                    {'title': 'a', 'titel': 'b', 'updates': [{}]}              | titel                   | there is no such field
                    {'title': 'a', 'title': 'b', 'updates': [{}]}              | title                   | it is there twice
                    {'title': 'a'}                                             | updates                 | nothing is said
                    {'title': 'a', 'updates': {}}                              | updates                 | it is not a list
                    {'title': 'a', 'updates': ['b']}                           | updates[0]              | it is no object
                    {'title': 'a', 'updates': [{'status': 'fixed'}]}           | updates[0].status       | it is fixed
                    {'title': 'a', 'updates': [{'boddy': 'x'}]}                | updates[0].boddy        | there is no such field
                    {'title': 'a', 'updates': [{'at': 'yesterday'}]}           | updates[0].at           | it is yesterday
                    {'title': 'a', 'updates': [{'at': '2027-01-01T00:00:00Z'}]}| updates[0].at           | it lies in the future
                    {'title': 'a', 'updates': [{'components': {'fonts': 'major_outage'}}]} | updates[0].components.fonts | there is no such component
                    {'title': 'a', 'updates': [{'components': {'formats': 'down'}}]} | updates[0].components.formats | it is down
                    {'title': 'a', 'impact': 'huge', 'updates': [{}]}          | impact                  | it is huge
                    {'title': 'a', 'ended': '2026-11-23T21:00:00Z', 'updates': [{}]} | ended             | the last update does not say that it is over
                    {'title': 'a', 'started': '2026-11-23T22:30:00Z', 'updates': [{}]} | started         | it lies in the future
                    """)
    void whatCannotBeUsedIsNamedByItsField(String body, String field, String reason) {
        Told told = calls.post("incidents", body);

        assertThat(told.status()).isIn(400, 422);
        assertThat(told.response().headers())
                .containsEntry("Content-Type", "application/problem+json");
        assertThat(told.error(field)).isEqualTo(reason);
        assertThat(told.json().at("/errors/0/remedy").asString()).isNotEmpty();
        assertThat(new IncidentStore(calls.table).all()).isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        Told told = calls.post("incidents", "{'impact': 'huge', 'x': 1, 'updates': [{'at': 'y'}]}");

        assertThat(told.json().path("errors").values())
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("title", "impact", "updates[0].at", "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [1]       | 400
                    {         | 400
                    {} {}     | 400
                    null      | 400
                    """)
    void whatIsNoJsonObjectIsRefused(String body, int status) {
        assertThat(calls.post("incidents", body).status()).isEqualTo(status);
    }

    @Test
    void whoHasNotProvenWhoItIsDoesNothing() {
        Response response =
                calls.handle(Request.of("GET", AdminCalls.ROOT + "incidents", "", Map.of()));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers())
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void otherMethodsAndPathsAreNamed() {
        Told wrong = calls.call("PUT", "incidents", "{}", Map.of());

        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.response().headers()).containsEntry("Allow", "GET, POST");
        assertThat(calls.get("nothing").status()).isEqualTo(404);
    }

    @Test
    void wordsThatDoNotFitAreRefusedAndNothingIsLost() {
        String path = "incidents/" + calls.post("incidents", SMALL).id() + "/updates";
        String long10k = "{'body': '%s'}".formatted("x".repeat(10_000));
        int taken = 0;
        Told last = calls.post(path, long10k);
        while (last.status() == 200 && taken < 50) {
            taken++;
            last = calls.post(path, long10k);
        }

        assertThat(taken).isBetween(13, 15);
        assertThat(last.status()).isEqualTo(422);
        assertThat(last.error("body")).isEqualTo("there is no room for more words here");
    }

    /** One that the monitor opened. */
    private String automatic() {
        IncidentId id = new IncidentId("k3v9x1q0z7ab");
        Incident incident =
                Incidents.after(
                                List.of(),
                                List.of(
                                        new IncidentCommand.Open(
                                                id,
                                                "Formats: down",
                                                Optional.empty(),
                                                Author.machine(),
                                                AdminCalls.NOW,
                                                new IncidentUpdate(
                                                        "opened",
                                                        IncidentStatus.INVESTIGATING,
                                                        Author.machine(),
                                                        "Formats is down.",
                                                        AdminCalls.NOW,
                                                        AdminCalls.NOW,
                                                        List.of(),
                                                        true),
                                                List.of())))
                        .getFirst();
        new IncidentWriter(calls.table)
                .write(Optional.<Stored<Incident>>empty(), incident, List.of());
        return id.value();
    }
}
