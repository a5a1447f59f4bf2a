package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.store.Blobs.Blob;

/** What every blob store must do, whatever lies beneath. */
public interface BlobsContract {

    Blobs blobs();

    /** A name that no other test uses, since a store may be shared. */
    default String fresh() {
        return "test-" + UUID.randomUUID();
    }

    static Blob text(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=utf-8");
    }

    static String textOf(Blobs blobs, String name) {
        return new String(blobs.get(name).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    default void returnsTheBytesAndTheirType() {
        Blobs blobs = blobs();
        byte[] bytes = new byte[3_000];
        new Random(1).nextBytes(bytes);
        String name = fresh() + "/picture.webp";

        blobs.put(name, new Blob(bytes, "image/webp"));

        Blob found = blobs.get(name).orElseThrow();
        assertThat(found.bytes()).isEqualTo(bytes);
        assertThat(found.contentType()).isEqualTo("image/webp");
    }

    @Test
    default void replacesBytesAndTypeTogether() {
        Blobs blobs = blobs();
        String name = fresh();
        blobs.put(name, text("a longer text that must leave nothing behind"));

        blobs.put(name, new Blob("{}".getBytes(StandardCharsets.UTF_8), "application/json"));

        assertThat(textOf(blobs, name)).isEqualTo("{}");
        assertThat(blobs.get(name).orElseThrow().contentType()).isEqualTo("application/json");
    }

    @Test
    default void findsNothingUnderAnUnusedName() {
        assertThat(blobs().get(fresh())).isEmpty();
        assertThat(blobs().get(fresh() + "/a/b")).isEmpty();
    }

    @Test
    default void deletesAndDoesNotMindTwice() {
        Blobs blobs = blobs();
        String name = fresh() + "/a";
        blobs.put(name, text("a"));

        blobs.delete(name);
        blobs.delete(name);

        assertThat(blobs.get(name)).isEmpty();
        assertThat(blobs.list(name)).isEmpty();
    }

    @Test
    default void keepsAnEmptyBlobAndALargeOne() {
        Blobs blobs = blobs();
        String name = fresh();
        byte[] large = new byte[6 * 1024 * 1024];
        new Random(2).nextBytes(large);

        blobs.put(name + "/empty", text(""));
        blobs.put(name + "/large", new Blob(large, "application/octet-stream"));

        assertThat(textOf(blobs, name + "/empty")).isEmpty();
        assertThat(blobs.get(name + "/large").orElseThrow().bytes()).isEqualTo(large);
    }

    @Test
    default void aNameMayContinueAnotherName() {
        Blobs blobs = blobs();
        String name = fresh();

        blobs.put(name, text("short"));
        blobs.put(name + "/a", text("long"));
        blobs.put(name + "/a/b", text("longer"));

        assertThat(textOf(blobs, name)).isEqualTo("short");
        assertThat(textOf(blobs, name + "/a")).isEqualTo("long");
        assertThat(blobs.list(name)).containsExactly(name, name + "/a", name + "/a/b");
    }

    @Test
    default void listsByPrefixInOrderOfBytes() {
        Blobs blobs = blobs();
        String root = fresh();
        for (String name : List.of("b/2", "a-1", "a/1", "B", "b.1", "a", "b/10", "_")) {
            blobs.put(root + "/" + name, text(name));
        }

        assertThat(blobs.list(root + "/"))
                .containsExactly(under(root, "B", "_", "a", "a-1", "a/1", "b.1", "b/10", "b/2"));
        assertThat(blobs.list(root + "/b")).containsExactly(under(root, "b.1", "b/10", "b/2"));
        assertThat(blobs.list(root + "/b/1")).containsExactly(under(root, "b/10"));
        assertThat(blobs.list(root + "/a/")).containsExactly(under(root, "a/1"));
        assertThat(blobs.list(root + "/c")).isEmpty();
        assertThat(blobs.list(root + "/../")).isEmpty();
        assertThat(blobs.list("")).contains(under(root, "a", "b/2"));
    }

    private static String[] under(String root, String... names) {
        return Arrays.stream(names).map(name -> root + "/" + name).toArray(String[]::new);
    }

    @Test
    default void listsMoreThanOnePageOfNames() {
        Blobs blobs = blobs();
        String root = fresh();
        List<String> names =
                IntStream.range(0, 1_020).mapToObj(i -> root + "/%04d".formatted(i)).toList();
        names.forEach(name -> blobs.put(name, text("")));

        assertThat(blobs.list(root)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "a/..",
                "../a",
                "a/../b",
                "a/./b",
                "a b",
                "a\\b",
                "é",
                "a\u0000b",
                "a:b",
                "~a",
                "a%2e",
                "C:",
                "a\n"
            })
    default void refusesNamesThatMightLeadElsewhere(String name) {
        Blobs blobs = blobs();

        assertThatThrownBy(() -> blobs.put(name, text("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a blob's name: " + name);
        assertThatThrownBy(() -> blobs.get(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.delete(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void keepsLongNamesAndRefusesLongerOnes() {
        Blobs blobs = blobs();
        String segment = "s".repeat(200);
        String longest = fresh() + "/" + segment + "/" + segment;

        blobs.put(longest, text("long"));

        assertThat(textOf(blobs, longest)).isEqualTo("long");
        assertThatThrownBy(() -> blobs.get(segment + "s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.get("a/".repeat(300) + "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void refusesATypeThatIsNone() {
        assertThatThrownBy(() -> new Blob(new byte[0], ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Blob(new byte[0], "text/plain\r\nX-Evil: 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void aReaderNeverSeesHalfOfABlob() throws Exception {
        Blobs blobs = blobs();
        String name = fresh();
        blobs.put(name, letters('a'));

        List<Future<Boolean>> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(() -> isAlwaysWhole(blobs, name)));
            }
            for (char letter = 'b'; letter <= 'z'; letter++) {
                blobs.put(name, letters(letter));
            }
        }

        for (Future<Boolean> reader : readers) {
            assertThat(reader.get()).isTrue();
        }
        assertThat(blobs.list(name)).containsExactly(name);
    }

    /** Longer for later letters, so that a torn write shows. */
    private static Blob letters(char letter) {
        return text(String.valueOf(letter).repeat(1_000 * (letter - 'a' + 1)));
    }

    private static boolean isAlwaysWhole(Blobs blobs, String name) {
        for (int i = 0; i < 25; i++) {
            byte[] seen = blobs.get(name).orElseThrow().bytes();
            if (!Arrays.equals(seen, letters((char) seen[0]).bytes())) {
                return false;
            }
        }
        return true;
    }
}
