package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceManagerTest {
    /** Binds a datagram socket, as systemd does, and prints what comes. */
    private static final String LISTENER =
            """
            import socket, sys
            name = sys.argv[1]
            listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            listening.bind("\\0" + name[1:] if name.startswith("@") else name)
            print("bound", flush=True)
            while True:
                print(listening.recv(4096).decode(), flush=True)
            """;

    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    @TempDir private Path folder = Path.of("unset");

    @ParameterizedTest
    @ValueSource(strings = {"/notify.sock", "@weserv-status-test-"})
    void everyStateIsOneDatagram(String kind) throws IOException {
        String name = kind.startsWith("@") ? kind + ProcessHandle.current().pid() : folder + kind;
        Process listener = new ProcessBuilder("python3", "-c", LISTENER, name).start();
        try (BufferedReader heard = listener.inputReader(StandardCharsets.UTF_8)) {
            assertThat(heard.readLine()).isEqualTo("bound");
            Consumer<String> manager = ServiceManager.in(_ -> Optional.of(name), troubles::add);

            manager.accept(ServiceManager.READY);
            manager.accept(ServiceManager.ALIVE);
            manager.accept(ServiceManager.STOPPING);

            assertThat(heard.readLine()).isEqualTo("READY=1");
            assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
            assertThat(heard.readLine()).isEqualTo("STOPPING=1");
            assertThat(troubles).isEmpty();
        } finally {
            listener.destroyForcibly();
        }
    }

    @Test
    void aSocketThatNobodyHearsIsATroubleAndNoMore() {
        ServiceManager.in(_ -> Optional.of(folder + "/nobody"), troubles::add)
                .accept(ServiceManager.READY);

        assertThat(troubles)
                .singleElement()
                .satisfies(trouble ->
                        assertThat(trouble).hasMessage("the service manager does not hear us"));
    }

    @Test
    void withoutAServiceManagerNobodyIsTold() {
        ServiceManager.in(_ -> Optional.empty(), troubles::add).accept(ServiceManager.READY);

        assertThat(troubles).isEmpty();
    }
}
