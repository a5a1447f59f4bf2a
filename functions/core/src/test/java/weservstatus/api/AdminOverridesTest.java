package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.api.AdminCalls.Told;

class AdminOverridesTest {
    private static final String SAID =
            "{'component': 'formats', 'status': 'major_outage', 'until': '2026-11-24T08:00:00Z', 'reason': 'A dead disk.'}";

    private final AdminCalls calls = new AdminCalls();

    @Test
    void oneIsBegunChangedAndEndedAndEachIsRecorded() {
        Told begun = calls.post("overrides", SAID);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.location()).isEqualTo("/api/v1/admin/overrides/formats");
        assertThat(begun.json().path("by").asString()).isEqualTo("person");
        assertThat(begun.json().path("begun").asString()).isEqualTo(AdminCalls.NOW.toString());

        Told changed =
                calls.patch("overrides/formats", begun.etag(), "{'status': 'partial_outage'}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("reason").asString()).isEqualTo("A dead disk.");
        assertThat(calls.get("overrides").json().at("/overrides/0/status").asString())
                .isEqualTo("partial_outage");

        assertThat(calls.delete("overrides/formats", changed.etag()).status()).isEqualTo(204);
        assertThat(calls.get("overrides/formats").status()).isEqualTo(404);
        assertThat(calls.get("audit").json().path("entries"))
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("remove", "change", "begin");
    }

    @Test
    void aRepeatDoesNothingMoreAndAnotherOneForTheSameComponentIsRefused() {
        Told first = calls.post("overrides", SAID, "the-same-key");
        Told again = calls.post("overrides", SAID, "the-same-key");
        Told other = calls.post("overrides", SAID);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(409);
        assertThat(calls.get("audit").json().path("entries")).hasSize(1);
    }

    @Test
    void nobodysChangeIsLost() {
        Told begun = calls.post("overrides", SAID);
        calls.patch("overrides/formats", begun.etag(), "{'reason': 'Two dead disks.'}");

        Told late = calls.patch("overrides/formats", begun.etag(), "{'status': 'operational'}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("changedBy").asString()).isEqualTo("ada");
        assertThat(calls.delete("overrides/formats", begun.etag()).status()).isEqualTo(412);
        assertThat(calls.call("DELETE", "overrides/formats", "", Map.of()).status()).isEqualTo(428);
    }

    @Test
    void itIsForgottenWhenItEndsAndCanBeSaidAgain() {
        calls.post("overrides", SAID);
        calls.clock.advance(Duration.ofHours(11));

        assertThat(calls.get("overrides/formats").status()).isEqualTo(404);
        assertThat(calls.get("overrides").json().path("overrides")).isEmpty();
        assertThat(calls.post("overrides", SAID.replace("11-24T08", "11-25T08")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'formats'              | 'gone'                 | component.gone | there is no such component
                    'formats'              | 'NO'                   | component      | it is NO
                    'major_outage'         | 'unknown'              | status         | it is unknown
                    '2026-11-24T08:00:00Z' | '2026-11-23T21:30:00Z' | until          | it lies in the past, or more than 7 days ahead
                    '2026-11-24T08:00:00Z' | '2026-11-30T21:30:01Z' | until          | it lies in the past, or more than 7 days ahead
                    'A dead disk.'         | ' '                    | reason         | it is no text on one line
                    , 'until': '2026-11-24T08:00:00Z' |             | until          | it is missing
                    """)
    void whatCannotBeSaidIsRefused(String part, String other, String field, String reason) {
        Told refused = calls.post("overrides", SAID.replace(part, other == null ? "" : other));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error(field)).isEqualTo(reason);
    }
}
