package weservstatus.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import weservstatus.process.ChildProcess;

/**
 * LocalStack: its image where Docker runs, else its host mode, which {@code tools/localstack}
 * installs.
 */
final class LocalStack {
    /** The last that asks for no token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static final int PORT = 4566;
    private static final String HEALTH = "/_localstack/health";
    private static final Path ROOT = Events.ROOT.toAbsolutePath().normalize();

    private LocalStack() {}

    static Emulator start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : host();
    }

    private static Emulator container() {
        GenericContainer<?> container =
                new GenericContainer<>(DockerImageName.parse(IMAGE))
                        .withExposedPorts(PORT)
                        .waitingFor(
                                Wait.forHttp(HEALTH)
                                        .forPort(PORT)
                                        .withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        URI address =
                URI.create(
                        "http://%s:%d"
                                .formatted(container.getHost(), container.getMappedPort(PORT)));
        return new Emulator(IMAGE, new AwsEndpoint(address), container::close);
    }

    private static Emulator host() {
        Path python = ROOT.resolve(".cache/venv/localstack/bin/python");
        Path jars = ROOT.resolve("functions/dynamodb-local/target/lib");
        if (!Files.isExecutable(python) || !Files.isDirectory(jars)) {
            throw new IllegalStateException(
                    "No Docker, and no LocalStack without it. Run once: tools/localstack install"
                            + "  (or give the address of another emulator in AWS_ENDPOINT_URL)");
        }
        ChildProcess process = ChildProcess.start(port -> command(python, jars, port));
        return new Emulator(
                "LocalStack without Docker", new AwsEndpoint(process.address()), process::close);
    }

    private static ChildProcess.Command command(Path python, Path jars, int port) {
        Path target = ROOT.resolve("functions/lambda/target");
        Path files = folder(target.resolve("localstack"));
        return new ChildProcess.Command(
                List.of(python.toString(), ROOT.resolve("tools/localstack_host.py").toString()),
                Map.ofEntries(
                        Map.entry("GATEWAY_LISTEN", "127.0.0.1:" + port),
                        Map.entry("LOCALSTACK_HOST", "127.0.0.1:" + port),
                        Map.entry("FILESYSTEM_ROOT", files.toString()),
                        Map.entry("OVERRIDE_IN_DOCKER", "0"),
                        Map.entry("DNS_ADDRESS", "0"),
                        Map.entry("DISABLE_EVENTS", "1"),
                        Map.entry("SKIP_SSL_CERT_DOWNLOAD", "1"),
                        Map.entry("DYNAMODB_IN_MEMORY", "1"),
                        Map.entry("DYNAMODB_LOCAL", jars.toString()),
                        Map.entry(
                                "LOCALSTACK_JAVA",
                                Path.of(System.getProperty("java.home"), "bin/java").toString())),
                HEALTH,
                target.resolve("localstack.log"));
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
