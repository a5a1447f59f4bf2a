package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs.Blob;

class SnapshotJsonTest {
    static Stream<StatusSnapshot> samples() {
        return SampleSnapshots.ofEveryKind(20);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrote(StatusSnapshot snapshot) {
        assertThat(SnapshotJson.read(SnapshotJson.write(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void theSameSnapshotHasTheSameBytes() {
        assertThat(SnapshotJson.write(SampleSnapshots.calm()).bytes())
                .isEqualTo(SnapshotJson.write(SampleSnapshots.calm()).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"page\":{}}"})
    void refusesOtherJson(String json) throws IOException {
        refuses(gzip(json));
    }

    @Test
    void refusesAFieldTooManyOneTooFewAndANull() throws IOException {
        String json = json(SnapshotJson.write(SampleSnapshots.calm()));

        refuses(gzip(json.replaceFirst("\"headline\"", "\"headlines\"")));
        refuses(gzip(json.replaceFirst("\\{", "{\"more\":1,")));
        refuses(gzip(json.replaceFirst("\"headline\":\"[A-Z_]+\"", "\"headline\":null")));
        refuses(gzip(json.replaceFirst("\"headline\":\"[A-Z_]+\",", "")));
        refuses(gzip(json + "{}"));
    }

    @Test
    void refusesDamagedBytes() {
        byte[] whole = SnapshotJson.write(SampleSnapshots.calm()).bytes();

        refuses(Arrays.copyOf(whole, whole.length / 2));
        refuses(new byte[0]);
        refuses("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(byte[] bytes) {
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> SnapshotJson.read(new Blob(bytes, "application/gzip")))
                .withMessageStartingWith("snapshot: ");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String json(Blob blob) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(blob.bytes()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
