package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weservstatus.api.AdminCalls.Told;
import weservstatus.incident.IncidentId;
import weservstatus.store.IncidentStore;

/** Two incidents that turn out to be one. */
class AdminMergingTest {
    private static final String SMALL =
            """
            {'title': 'WebP pictures fail', 'updates': [{'body': 'We look.', 'components': {'formats': 'partial_outage'}}]}
            """;
    private static final String OTHER =
            """
            {'title': 'Other', 'updates': [{'body': 'b1', 'components': {'resize': 'major_outage'}}]}
            """;

    private final AdminCalls calls = new AdminCalls();

    @Test
    void mergingKeepsEveryUpdateOfBothAndLeavesOne() {
        Told one = calls.post("incidents", SMALL);
        Told other = calls.post("incidents", OTHER);
        calls.post("incidents/" + other.id() + "/updates", "{'body': 'b2'}");

        Told merged = merge(one, other.id());

        assertThat(merged.status()).isEqualTo(200);
        assertThat(bodies(merged.json())).containsExactlyInAnyOrder("We look.", "b1", "b2");
        assertThat(merged.json().path("impact").asString()).isEqualTo("critical");
        assertThat(calls.get("incidents/" + other.id()).status()).isEqualTo(404);
        assertThat(calls.get("incidents").json().path("incidents")).hasSize(1);
    }

    @Test
    void whatWasMergedSeveralTimesLeadsToTheLast() {
        Told one = calls.post("incidents", SMALL);
        Told other = calls.post("incidents", OTHER);
        merge(one, other.id());
        one = calls.get("incidents/" + one.id());

        Told third = calls.post("incidents", SMALL);
        assertThat(merge(third, one.id()).status()).isEqualTo(200);
        assertThat(List.of(one, other, third))
                .allSatisfy(told ->
                        assertThat(
                                        new IncidentStore(calls.table)
                                                .follow(new IncidentId(told.id()))
                                                .orElseThrow()
                                                .value()
                                                .id()
                                                .value())
                                .isEqualTo(third.id()));
        assertThat(merge(calls.get("incidents/" + third.id()), other.id()).error("other"))
                .isEqualTo("there is no other incident of this id");
    }

    private Told merge(Told into, String other) {
        return calls.call(
                "POST",
                "incidents/" + into.id() + "/merge",
                "{'other': '%s'}".formatted(other),
                Map.of("if-match", into.etag()));
    }

    private static List<String> bodies(JsonNode incident) {
        return incident.path("updates").values().stream()
                .map(update -> update.path("body").asString())
                .toList();
    }
}
