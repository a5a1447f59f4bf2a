package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.LocationId;

class SettingsTest {
    private static final String STACK_ID =
            "arn:aws:cloudformation:eu-central-1:1:stack/status/0b1c";
    private static final String ORDERS = "arn:aws:sns:eu-central-1:1:orders";

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
                                "WESERV_STATUS_STACK_ID", STACK_ID,
                                "WESERV_STATUS_PARAMETERS", "/status/",
                                "AWS_REGION", "eu-central-1",
                                "WESERV_STATUS_ORDERS", ORDERS));

        assertThat(settings)
                .isEqualTo(
                        new Settings(
                                "status",
                                "page",
                                new LocationId("eu-central-1"),
                                Optional.of("arn:aws:sns:eu-central-1:1:alerts"),
                                Optional.of(ORDERS),
                                new ParameterSecrets.Place(
                                        URI.create("https://ssm.eu-central-1.amazonaws.com/"),
                                        "eu-central-1",
                                        "/status/"),
                                Optional.of(STACK_ID),
                                Optional.of("us-east-1")));
    }

    @Test
    void needsNeitherTopicsNorAnotherRegion() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "WESERV_STATUS_TABLE", "status",
                                "WESERV_STATUS_BUCKET", "page",
                                "WESERV_STATUS_LOCATION", "home"));

        assertThat(settings.topic()).isEmpty();
        assertThat(settings.orders()).isEmpty();
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
                                        "WESERV_STATUS_ORDERS", "orders")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the function's environment is wrong: WESERV_STATUS_TABLE is missing: set it"
                                + " to the table's name; WESERV_STATUS_LOCATION is \"Eu Central\", not an"
                                + " id of a location in status.yaml such as eu-central-1;"
                                + " WESERV_STATUS_TOPIC is \"alerts\", not the ARN of a topic;"
                                + " WESERV_STATUS_ORDERS is \"orders\", not the ARN of a topic;"
                                + " WESERV_STATUS_HOME_REGION is \"Frankfurt\", not a region such as"
                                + " eu-central-1");
    }
}
