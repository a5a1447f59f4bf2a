package weservstatus.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import weservstatus.process.ChildProcess;

/** AWS's own DynamoDB Local, from the jars that the profile {@code dynamodb-local} collects. */
final class DynamoDbLocal {
    private static final Path ROOT = Path.of(System.getProperty("repository.root", "."));

    private DynamoDbLocal() {}

    static ChildProcess start() {
        Path lib = ROOT.resolve("functions/dynamodb-local/target/lib").toAbsolutePath();
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException(
                    "No DynamoDB Local in " + lib + ". Run: ./mvnw verify -Pdynamodb-local");
        }
        return ChildProcess.start(port -> command(lib, port));
    }

    /**
     * It listens on all interfaces and has no option for one. What limits that: it keeps everything
     * in memory, sends no telemetry, and is there only while the tests of this profile run.
     */
    private static ChildProcess.Command command(Path lib, int port) {
        return new ChildProcess.Command(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dsqlite4java.library.path=" + lib,
                        "-cp",
                        lib + "/*",
                        "software.amazon.dynamodb.services.local.main.ServerRunner",
                        "-inMemory",
                        "-sharedDb",
                        "-disableTelemetry",
                        "-port",
                        Integer.toString(port)),
                Map.of("DDB_LOCAL_TELEMETRY", "0"),
                "/",
                ROOT.resolve("functions/lambda/target/dynamodb-local.log").toAbsolutePath());
    }
}
