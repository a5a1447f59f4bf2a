package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import weservstatus.check.LocationId;
import weservstatus.notify.SecretName;
import weservstatus.store.TestClock;
import weservstatus.verdict.Scene;

/** Secrets are read by signed requests, by those functions alone whose role allows it. */
class ParameterRolesIT {
    private static final SecretName NAME = new SecretName("PULSE_URL");
    private static final List<String> READERS =
            List.of("ReviewFunction", "NotifyFunction", "IntakeFunction");
    private static final List<String> OTHERS =
            List.of("ProbeFunction", "RollUpFunction", "StatusApiFunction");

    private final SystemsManager systems = new SystemsManager();
    private final InMemoryPorts ports = new InMemoryPorts(new TestClock(Scene.START));
    private List<Template> templates = List.of();

    ParameterRolesIT() throws IOException {
        systems.put("/status/PULSE_URL", "https://pulse.example.org/");
        systems.put("/other/PULSE_URL", "https://pulse.example.com/");
    }

    @BeforeEach
    void translate(@TempDir Path folder) throws Exception {
        templates =
                Template.of(
                        List.of(
                                Template.source("template.yaml"),
                                Template.source("template-probe.yaml")),
                        folder);
    }

    @AfterEach
    void close() {
        systems.close();
    }

    private Role role(String function) {
        return Role.of(templates.getFirst(), function, "here");
    }

    private ParameterSecrets secrets(AwsCredentials credentials, String folder) {
        return new ParameterSecrets(
                UrlConnectionHttpClient.create(),
                StaticCredentialsProvider.create(credentials),
                new ParameterSecrets.Place(systems.address(), SystemsManager.REGION, folder));
    }

    @Test
    void functionsThatNeedSecretsReadThoseOfTheirStack() {
        for (String function : READERS) {
            AwsSessionCredentials credentials = systems.assume(role(function));

            assertThat(secrets(credentials, "/status/").find(NAME))
                    .as(function)
                    .contains("https://pulse.example.org/");
            assertThat(secrets(credentials, "/status/").find(new SecretName("NOT_THERE")))
                    .as(function)
                    .isEmpty();
            assertThatThrownBy(() -> secrets(credentials, "/other/").find(NAME))
                    .as(function)
                    .hasMessage(
                            "cannot read parameter /other/PULSE_URL: status 400, AccessDeniedException");
        }
    }

    @Test
    void theOthersAreRefused() {
        for (String function : OTHERS) {
            refused(systems.assume(role(function)), "AccessDeniedException");
        }
        refused(
                systems.assume(Role.of(templates.getLast(), "ProbeFunction", "here")),
                "AccessDeniedException");
    }

    @Test
    void whoSignsWithAnotherKeyIsRefused() {
        AwsSessionCredentials right = systems.assume(role("NotifyFunction"));
        refused(
                AwsSessionCredentials.create(right.accessKeyId(), "guessed", right.sessionToken()),
                "InvalidSignatureException");
        refused(
                AwsSessionCredentials.create(
                        right.accessKeyId(), right.secretAccessKey(), "another"),
                "UnrecognizedClientException");
    }

    @Test
    void aFunctionWithoutTheRightSaysWhatItMayNotRead() throws IOException {
        try (Watched watched = new Watched()) {
            ports.configure(watched.configuration() + "pulse: {secret: PULSE_URL}\n");
        }
        run("NotifyFunction");
        assertThat(ports.log).singleElement().asString().contains("\"event\":\"notify\"");

        assertThatThrownBy(() -> run("RollUpFunction"))
                .hasMessageContaining("/status/PULSE_URL", "AccessDeniedException");
    }

    /** The function that tells people, with the role of another. */
    private void run(String function) {
        ports.secrets(secrets(systems.assume(role(function)), "/status/"));
        Settings settings = InMemoryPorts.settings(new LocationId("here"));
        Wiring wiring = new Wiring(settings, () -> Scene.START, ports, name -> Optional.empty());
        wiring.notification().run("clock");
    }

    private void refused(AwsCredentials credentials, String why) {
        assertThatThrownBy(() -> secrets(credentials, "/status/").find(NAME))
                .hasMessage("cannot read parameter /status/PULSE_URL: status 400, " + why);
    }
}
