package weservstatus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What somebody wants to say: given, from standard input, or written in an editor. */
final class Words {
    private static final String SCISSORS = "------ Markdown above this line ------";

    @Option(
            names = {"-t", "--text"},
            paramLabel = "TEXT",
            description = "Markdown; - reads standard input; without it $VISUAL or $EDITOR opens.")
    private Optional<String> text = Optional.empty();

    boolean isGiven() {
        return text.isPresent();
    }

    Optional<String> given(Surroundings surroundings) {
        return text.map(words -> words.equals("-") ? surroundings.input() : words);
    }

    /**
     * @param about what is written, shown in the editor
     */
    String read(Surroundings surroundings, String about) {
        return given(surroundings).orElseGet(() -> edited(surroundings, about));
    }

    private static String edited(Surroundings surroundings, String about) {
        String editor =
                surroundings
                        .variable("VISUAL")
                        .or(() -> surroundings.variable("EDITOR"))
                        .orElseThrow(
                                () -> new BadInput("nothing is said: give --text, or set EDITOR"));
        try {
            Path file = Files.createTempFile("weserv-status-", ".md");
            try {
                return edited(editor, file, about);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while " + editor + " was open");
        }
    }

    /** An editor may be a command with options; the shell takes it apart, as others do. */
    private static String edited(String editor, Path file, String about)
            throws IOException, InterruptedException {
        Files.writeString(file, "\n" + SCISSORS + "\n" + about + "\n");
        int exitCode =
                new ProcessBuilder(List.of("sh", "-c", editor + " \"$1\"", "sh", file.toString()))
                        .inheritIO()
                        .start()
                        .waitFor();
        String written = Files.readString(file, StandardCharsets.UTF_8);
        int end = written.indexOf(SCISSORS);
        String words = (end < 0 ? written : written.substring(0, end)).strip();
        if (exitCode != 0 || words.isEmpty()) {
            throw new BadInput("nothing is said: %s left no text".formatted(editor));
        }
        return words;
    }
}
