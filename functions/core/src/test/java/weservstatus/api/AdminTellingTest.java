package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.api.AdminCalls.Told;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Event;
import weservstatus.notify.MessageId;
import weservstatus.notify.Receiver;
import weservstatus.store.OutboxStore;

class AdminTellingTest {
    private static final String SILENCE =
            "{'components': ['formats'], 'until': '2026-11-24T08:00:00Z', 'reason': 'Known.'}";

    private final AdminCalls calls = new AdminCalls();

    @Test
    void deliveriesAreListedNewestFirst() {
        calls.table.transact(
                List.of(
                        new OutboxStore(calls.table)
                                .recording(
                                        new DeliveryRecord(
                                                new MessageId("mmmmmmmmmmmm"),
                                                new Receiver.OfSubscriber("aaaaaaaaaaaa"),
                                                Event.OPENED,
                                                "Formats: down",
                                                DeliveryRecord.End.SENT,
                                                "",
                                                1,
                                                AdminCalls.NOW))));

        Told told = calls.get("deliveries");

        assertThat(told.json().at("/deliveries/0/receiver").asString())
                .isEqualTo("subscriber/aaaaaaaaaaaa");
        assertThat(told.json().at("/deliveries/0/end").asString()).isEqualTo("sent");
    }

    @Test
    void aSilenceBeginsAndEnds() {
        Told told = calls.post("silences", SILENCE);

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.json().path("by").asString()).isEqualTo("ada");
        assertThat(calls.get("silences").json().path("silences")).hasSize(1);
        assertThat(calls.get("silences/" + told.id()).etag()).isEqualTo(told.etag());
        assertThat(calls.delete("silences/" + told.id(), told.etag()).status()).isEqualTo(204);
        assertThat(calls.get("silences").json().path("silences")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'until': '2026-11-24T08:00:00Z'}                                          | reason            | it is missing
                    {'reason': 'x'}                                                            | until             | it is missing
                    {'reason': 'x', 'until': '2026-11-23T08:00:00Z'}                           | until             | it lies in the past, or more than 30 days ahead
                    {'reason': 'x', 'until': '2027-11-23T08:00:00Z'}                           | until             | it lies in the past, or more than 30 days ahead
                    {'reason': 'x', 'until': '2026-11-24T08:00:00Z', 'components': ['fonts']}  | components.fonts  | there is no such component
                    """)
    void whatIsNoSilenceIsNamedByItsField(String body, String field, String reason) {
        assertThat(calls.post("silences", body).error(field)).isEqualTo(reason);
    }
}
