package weservstatus.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import weservstatus.process.ChildProcess;

/** MiniStack, an emulator of AWS, from the virtual environment that {@code tools/venv} makes. */
final class MiniStack {
    private static final String SCRIPT = "tools/venv";
    private static final Path ROOT = Path.of(System.getProperty("repository.root", "."));

    private MiniStack() {}

    static ChildProcess start() {
        Path python = ROOT.resolve(".cache/venv/ministack/bin/python");
        Path pins = ROOT.resolve(".cache/venv/ministack/pins.txt");
        if (!Files.isExecutable(python) || !Files.exists(pins)) {
            throw new IllegalStateException(
                    "The integration tests need the emulator MiniStack. Run once: "
                            + SCRIPT
                            + " ministack"
                            + "  (or give the address of another one in AWS_ENDPOINT_URL)");
        }
        return ChildProcess.start(port -> command(python, port));
    }

    private static ChildProcess.Command command(Path python, int port) {
        Path target = ROOT.resolve("functions/lambda/target").toAbsolutePath();
        return new ChildProcess.Command(
                List.of(python.toAbsolutePath().toString(), "-m", "ministack"),
                Map.of(
                        "BIND_HOST", "127.0.0.1",
                        "MINISTACK_HOST", "127.0.0.1",
                        "GATEWAY_PORT", Integer.toString(port),
                        "SFTP_ENABLED", "0",
                        "IOT_MTLS_ENABLED", "0",
                        "MINISTACK_REGION", "eu-central-1",
                        "TMPDIR", target.toString()),
                "/_ministack/health",
                target.resolve("ministack.log"));
    }
}
