package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.LocationId;

class SettingsTest {
    @Test
    void readsEveryVariable() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "WESERV_STATUS_TABLE", "status",
                                "WESERV_STATUS_BUCKET", "page",
                                "WESERV_STATUS_LOCATION", "eu-central-1",
                                "WESERV_STATUS_TOPIC", "arn:aws:sns:eu-central-1:1:alerts"));

        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                "status",
                                "page",
                                new LocationId("eu-central-1"),
                                Optional.of("arn:aws:sns:eu-central-1:1:alerts")));
    }

    @Test
    void needsNoTopic() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "WESERV_STATUS_TABLE", "status",
                                "WESERV_STATUS_BUCKET", "page",
                                "WESERV_STATUS_LOCATION", "home"));

        assertThat(settings.topic()).isEmpty();
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() ->
                        Settings.from(
                                Map.of(
                                        "WESERV_STATUS_BUCKET", "page",
                                        "WESERV_STATUS_LOCATION", "Eu Central",
                                        "WESERV_STATUS_TOPIC", "alerts")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the function's environment is wrong: WESERV_STATUS_TABLE is missing: set it"
                                + " to the table's name; WESERV_STATUS_LOCATION is \"Eu Central\", not an"
                                + " id of a location in status.yaml such as eu-central-1;"
                                + " WESERV_STATUS_TOPIC is \"alerts\", not the ARN of a topic");
    }
}
