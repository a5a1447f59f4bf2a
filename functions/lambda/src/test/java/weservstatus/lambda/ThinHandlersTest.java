package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Handlers hand over; what a function does lies behind the one wiring. */
class ThinHandlersTest {
    private static final Path SOURCES =
            Events.ROOT.resolve("functions/lambda/src/main/java/weservstatus/lambda");
    private static final int MOST = 20;

    @Test
    void aHandlerHasTwentyLinesAtMostAndIsMadeByTheWiring() throws IOException {
        List<Path> handlers;
        try (Stream<Path> files = Files.list(SOURCES)) {
            handlers = files.filter(file -> file.toString().endsWith("Handler.java")).toList();
        }
        assertThat(handlers).hasSize(7);

        for (Path handler : handlers) {
            List<String> type =
                    Files.readAllLines(handler).stream()
                            .dropWhile(line -> !line.startsWith("public final class "))
                            .toList();
            assertThat(type).as(handler.toString()).hasSizeBetween(2, MOST);
            assertThat(String.join("\n", type)).as(handler.toString()).contains("Wiring::");
        }
    }
}
