package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM that allows every protocol and cipher, as the runtime client of AWS Lambda nearly does:
 * what the probe offers must not follow.
 */
class LooseJvmTest {
    /** supported_versions (43): four bytes of list, TLS 1.3 and TLS 1.2 (RFC 8446, 4.2.1). */
    private static final String ONLY_12_AND_13 = "002b00050403040303";

    /** Eleven suites of two bytes and the two-byte marker of secure renegotiation (RFC 5746). */
    private static final int MOST_SUITES = 12;

    @TempDir private Path folder;

    @Test
    void offersTls12And13WithItsOwnCiphersOnly() throws Exception {
        var hellos = new LinkedBlockingQueue<byte[]>();
        try (var server =
                ScriptedServer.plain(conversation -> {
                    var in = new DataInputStream(conversation.socket().getInputStream());
                    in.skipNBytes(3);
                    hellos.add(in.readNBytes(in.readUnsignedShort()));
                })) {
            Process child = child("https://localhost:" + server.port());
            byte[] hello = hellos.poll(60, TimeUnit.SECONDS);
            child.waitFor();

            assertThat(hello).isNotNull();
            assertThat(HexFormat.of().formatHex(hello)).contains(ONLY_12_AND_13);
            assertThat(suites(hello)).hasSizeBetween(3, MOST_SUITES).doesNotContain("002f", "000a");
        }
    }

    /** The suites of a ClientHello (RFC 8446, 4.1.2). */
    private static List<String> suites(byte[] hello) {
        int sessionId = 4 + 2 + 32;
        int at = sessionId + 1 + hello[sessionId];
        int length = Byte.toUnsignedInt(hello[at]) << 8 | Byte.toUnsignedInt(hello[at + 1]);
        var suites = new ArrayList<String>();
        for (int i = at + 2; i < at + 2 + length; i += 2) {
            suites.add(HexFormat.of().formatHex(hello, i, i + 2));
        }
        return suites;
    }

    private Process child(String url) throws Exception {
        Path security = folder.resolve("loose.security");
        Files.writeString(security, "jdk.tls.disabledAlgorithms=\n");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.security.properties=" + security,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        url)
                .inheritIO()
                .start();
    }

    /** Probes the address once. */
    static final class Child {
        public static void main(String[] arguments) {
            var check = CheckRecipe.get("/").timeout(Duration.ofSeconds(20)).build();
            Probers.prober().probe(check, CheckRecipe.target(arguments[0]), Duration.ofSeconds(20));
        }
    }
}
