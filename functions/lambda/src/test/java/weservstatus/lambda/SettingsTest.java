package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.LocationId;

class SettingsTest {
    private static final String PROBE =
            "arn:aws:lambda:eu-central-1:123456789012:function:status-probe";

    @Test
    void readsEveryVariable() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "WESERV_STATUS_TABLE", "status",
                                "WESERV_STATUS_BUCKET", "page",
                                "WESERV_STATUS_LOCATION", "eu-central-1",
                                "WESERV_STATUS_TOPIC", "arn:aws:sns:eu-central-1:1:alerts",
                                "WESERV_STATUS_HOME_REGION", "us-east-1",
                                "WESERV_STATUS_PROBES", "home=" + PROBE + ",tokyo=" + PROBE));

        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                "status",
                                "page",
                                new LocationId("eu-central-1"),
                                Optional.of("arn:aws:sns:eu-central-1:1:alerts"),
                                Map.of(
                                        new LocationId("home"), PROBE,
                                        new LocationId("tokyo"), PROBE),
                                Optional.of("us-east-1")));
    }

    @Test
    void needsNeitherTopicNorProbesNorAnotherRegion() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "WESERV_STATUS_TABLE", "status",
                                "WESERV_STATUS_BUCKET", "page",
                                "WESERV_STATUS_LOCATION", "home"));

        assertThat(settings.topic()).isEmpty();
        assertThat(settings.probes()).isEmpty();
        assertThat(settings.homeRegion()).isEmpty();
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() ->
                        Settings.from(
                                Map.of(
                                        "WESERV_STATUS_BUCKET", "page",
                                        "WESERV_STATUS_LOCATION", "Eu Central",
                                        "WESERV_STATUS_TOPIC", "alerts",
                                        "WESERV_STATUS_HOME_REGION", "Frankfurt",
                                        "WESERV_STATUS_PROBES", "home=" + PROBE + ",tokyo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the function's environment is wrong: WESERV_STATUS_TABLE is missing: set it"
                                + " to the table's name; WESERV_STATUS_LOCATION is \"Eu Central\", not an"
                                + " id of a location in status.yaml such as eu-central-1;"
                                + " WESERV_STATUS_TOPIC is \"alerts\", not the ARN of a topic;"
                                + " WESERV_STATUS_HOME_REGION is \"Frankfurt\", not a region such as"
                                + " eu-central-1; WESERV_STATUS_PROBES has \"tokyo\", not"
                                + " LOCATION=ARN of its probe function");
    }
}
