package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import weservstatus.api.AdminCalls.Told;
import weservstatus.store.MaintenanceStore;

class AdminMaintenanceTest {
    private static final String ONCE =
            """
            {'title': 'New disks', 'body': 'It may be **slow**.', 'components': ['formats'],
             'once': {'start': '2026-11-23T23:00:00Z', 'end': '2026-11-24T01:00:00Z'}, 'reminders': ['PT1H', 'P1D']}
            """;
    private static final String FIRST = "/occurrences/2026-11-23T23:00:00Z";

    private final AdminCalls calls = new AdminCalls();

    @Test
    void workIsAnnouncedOnce() {
        Told told = calls.post("maintenance", ONCE);

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.location()).isEqualTo("/api/v1/admin/maintenance/" + told.id());
        assertThat(told.json().path("announced").asString()).isEqualTo("2026-11-23T21:30:00Z");
        assertThat(occurrence(told, 0).path("status").asString()).isEqualTo("scheduled");
        assertThat(calls.get("maintenance").json().path("maintenance")).hasSize(1);
        assertThat(calls.post("maintenance", ONCE, "key-number-0"))
                .usingRecursiveComparison()
                .isEqualTo(told);
    }

    @Test
    void workComesAgainByTheWallClockOfItsZone() {
        Told told =
                calls.post(
                        "maintenance",
                        """
                        {'title': 'Updates', 'recurring': {'rule': 'FREQ=WEEKLY;BYDAY=TU', 'zone': 'Europe/Berlin', 'first': '2026-11-24T02:30', 'length': 'PT1H'}}
                        """);

        assertThat(told.status()).isEqualTo(201);
        assertThat(
                        told.json().path("occurrences").values().stream()
                                .limit(2)
                                .map(one -> one.path("start").asString()))
                .containsExactly("2026-11-24T01:30:00Z", "2026-12-01T01:30:00Z");
    }

    @Test
    void workIsShortenedExtendedAndFinishedWhileItRuns() {
        String path = "maintenance/" + calls.post("maintenance", ONCE).id();
        calls.clock.advance(Duration.ofHours(2));

        Told shorter = calls.patch(path + FIRST, "\"1\"", "{'end': '2026-11-24T00:30:00Z'}");
        assertThat(occurrence(shorter, 0).path("end").asString()).isEqualTo("2026-11-24T00:30:00Z");
        Told longer =
                calls.patch(
                        path + FIRST,
                        shorter.etag(),
                        "{'end': '2026-11-24T03:00:00Z', 'body': 'It takes longer.'}");
        assertThat(occurrence(longer, 0).path("status").asString()).isEqualTo("in_progress");
        assertThat(longer.json().at("/updates/0/body").asString()).isEqualTo("It takes longer.");
        Told verifying = calls.patch(path + FIRST, longer.etag(), "{'status': 'verifying'}");
        assertThat(occurrence(verifying, 0).path("status").asString()).isEqualTo("verifying");
        Told done = calls.patch(path + FIRST, verifying.etag(), "{'status': 'completed'}");
        assertThat(occurrence(done, 0).path("status").asString()).isEqualTo("completed");
        assertThat(occurrence(done, 0).path("end").asString()).isEqualTo("2026-11-23T23:30:00Z");
        assertThat(
                        calls.patch(path + FIRST, done.etag(), "{'status': 'cancelled'}")
                                .error("planned"))
                .isEqualTo("it is over");
    }

    @Test
    void workThatIsNotFinishedOverruns() {
        Told planned =
                calls.post("maintenance", ONCE.replace("'once'", "'untilFinished': true, 'once'"));
        calls.clock.advance(Duration.ofHours(5));

        JsonNode late = occurrence(calls.get("maintenance/" + planned.id()), 0);

        assertThat(late.path("status").asString()).isEqualTo("in_progress");
        assertThat(late.path("overruns").asBoolean()).isTrue();
        assertThat(late.path("announcedEnd").asString()).isEqualTo("2026-11-24T01:00:00Z");
    }

    @Test
    void oneOccurrenceOrAllThatHasNotBegunIsCalledOff() {
        Told weekly =
                calls.post(
                        "maintenance",
                        """
                        {'title': 'Updates', 'recurring': {'rule': 'FREQ=WEEKLY;COUNT=3', 'zone': 'Etc/UTC', 'first': '2026-11-24T01:00', 'length': 'PT1H'}}
                        """);
        String path = "maintenance/" + weekly.id();

        Told one =
                calls.patch(
                        path + "/occurrences/2026-12-01T01:00:00Z",
                        weekly.etag(),
                        "{'status': 'cancelled', 'body': 'A holiday.'}");
        assertThat(statuses(one)).containsExactly("scheduled", "cancelled", "scheduled");
        calls.clock.advance(Duration.ofHours(4));
        Told all = calls.patch(path, one.etag(), "{'cancelled': true}");

        assertThat(statuses(all)).containsExactly("in_progress", "cancelled", "cancelled");
        calls.clock.advance(Duration.ofHours(1));
        assertThat(statuses(calls.get(path)))
                .containsExactly("completed", "cancelled", "cancelled");
    }

    @Test
    void whatWasAnnouncedCountsOnceItHasBegun() {
        String path = "maintenance/" + calls.post("maintenance", ONCE).id();
        Told moved =
                calls.patch(
                        path,
                        "\"1\"",
                        "{'once': {'start': '2026-11-23T22:00:00Z', 'end': '2026-11-23T22:30:00Z'},"
                                + " 'components': ['resize']}");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(
                        calls.patch(
                                        path,
                                        moved.etag(),
                                        "{'once': {'start': '2026-11-23T21:00:00Z', 'end':"
                                                + " '2026-11-23T23:30:00Z'}}")
                                .error("once"))
                .isEqualTo("it would begin in the past");
        calls.clock.advance(Duration.ofHours(1));

        Told late = calls.patch(path, moved.etag(), "{'components': ['formats', 'resize']}");
        Told words = calls.patch(path, moved.etag(), "{'title': 'Other words'}");

        assertThat(late.error("components"))
                .isEqualTo("it has begun, and what was announced counts");
        assertThat(words.json().path("title").asString()).isEqualTo("Other words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {'title': 'a'}                                                                                  | once | it is missing
                    {'title': 'a', 'once': {'start': '2026-11-24T01:00:00Z'}}                                      | once.end | it is missing
                    {'title': 'a', 'once': {'start': '2026-11-24T01:00:00Z', 'end': '2026-11-24T01:00:00Z'}}       | once.end | it does not lie after the start
                    {'title': 'a', 'once': {'start': '2026-11-22T01:00:00Z', 'end': '2026-11-22T02:00:00Z'}}       | once.end | it is over already
                    {'title': 'a', 'once': {'start': '2026-11-24T01:00:00Z', 'end': '2026-11-24T02:00:00Z'}, 'components': ['fonts']} | components.fonts | there is no such component
                    {'title': 'a', 'once': {'start': '2026-11-24T01:00:00Z', 'end': '2026-11-24T02:00:00Z'}, 'reminders': ['P99D']} | reminders[0] | it is P99D
                    {'title': 'a', 'recurring': {'rule': 'FREQ=SOMETIMES', 'zone': 'Etc/UTC', 'first': '2026-11-24T01:00', 'length': 'PT1H'}} | recurring.rule | `FREQ=SOMETIMES` is not a recurrence rule of RFC 5545
                    {'title': 'a', 'recurring': {'rule': 'FREQ=DAILY', 'zone': 'Mars/Base', 'first': '2026-11-24T01:00', 'length': 'PT1H'}} | recurring.zone | it is Mars/Base
                    {'title': 'a', 'recurring': {'rule': 'FREQ=DAILY', 'zone': 'Etc/UTC', 'first': '2026-11-24T01:00', 'length': 'P8D'}} | recurring.length | planned work lasts more than nothing and at most 7 days, not PT192H
                    {'title': 'a', 'recurring': {'rule': 'FREQ=DAILY', 'zone': 'Etc/UTC', 'first': 'noon', 'length': 'PT1H'}} | recurring.first | it is noon
                    """)
    void whatCannotBePlannedIsNamedByItsField(String body, String field, String reason) {
        Told told = calls.post("maintenance", body);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.error(field)).startsWith(reason);
        assertThat(new MaintenanceStore(calls.table).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'end': '2026-11-23T22:00:00Z'} | end     | it lies before its start or in the past
                    {'end': '2026-12-23T22:00:00Z'} | end     | it lies more than 7 days after the planned end
                    {'status': 'completed'}         | status  | it has not begun
                    {'status': 'scheduled'}         | status  | it is scheduled
                    {}                              | end     | nothing is wanted
                    """)
    void whatCannotBeDoneToAnOccurrenceIsNamed(String body, String field, String reason) {
        String path = "maintenance/" + calls.post("maintenance", ONCE).id();

        assertThat(calls.patch(path + FIRST, "\"1\"", body).error(field)).isEqualTo(reason);
    }

    @Test
    void anOccurrenceThatIsNotPlannedIsNotThere() {
        String path = "maintenance/" + calls.post("maintenance", ONCE).id();

        assertThat(
                        calls.patch(
                                        path + "/occurrences/2026-11-23T23:00:01Z",
                                        "\"1\"",
                                        "{'body': 'x'}")
                                .error("planned"))
                .isEqualTo("it is not planned to start then");
        assertThat(calls.patch(path + "/occurrences/soon", "\"1\"", "{'body': 'x'}").status())
                .isEqualTo(404);
    }

    private static JsonNode occurrence(Told told, int index) {
        return told.json().path("occurrences").path(index);
    }

    private static List<String> statuses(Told told) {
        return told.json().path("occurrences").values().stream()
                .map(one -> one.path("status").asString())
                .toList();
    }
}
