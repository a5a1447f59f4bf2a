package weservstatus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import weservstatus.local.Import;
import weservstatus.text.ShortId;

/** Reads what `export` wrote. */
@Command(
        name = "import",
        description =
                "Reads what export wrote into a folder that is empty (--data; no monitor may run"
                        + " there) or into a monitor that is (--endpoint).")
final class ImportCommand implements Callable<Integer> {
    /** Characters of a part; lines are not cut, and no line is longer than another 700 KB. */
    private static final int FULL = 128 * 1024;

    @Mixin private AdminOptions options = new AdminOptions();

    @Parameters(paramLabel = "FILE", description = "What export wrote.")
    private Path file = Path.of("unset");

    private final Surroundings surroundings;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!options.isAddressed(surroundings) && !options.namesFolder()) {
            throw new BadInput("nothing to read into: give --data DIR or --endpoint URL");
        }
        try {
            surroundings.out().println(options.isAddressed(surroundings) ? sent() : read());
            return ExitCode.GOOD;
        } catch (Import.Unreadable e) {
            throw new BadInput(file + ": " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(file + ": cannot be read (" + e + "); give what export wrote");
        }
    }

    private String read() {
        Path folder = options.folder(surroundings);
        return Import.read(folder, surroundings.clock(), this::opened) + " lines into " + folder;
    }

    private BufferedReader opened() throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    private String sent() throws IOException {
        try (BufferedReader in = opened()) {
            return sent(options.open(surroundings), in) + " parts into that monitor";
        }
    }

    /** Lays everything aside, then has it kept; the same file goes on where it was cut off. */
    private int sent(AdminSession session, BufferedReader in) throws IOException {
        String which =
                "%s %s %d"
                        .formatted(
                                file.toAbsolutePath(),
                                Files.getLastModifiedTime(file),
                                Files.size(file));
        String path = "import/" + ShortId.of("import", which);
        int parts = 0;
        for (Optional<String> part = part(in); part.isPresent(); part = part(in)) {
            session.put(path + "/" + parts++, part.get());
        }
        for (int part = 0; part < parts; part++) {
            session.post(
                    path,
                    AdminSession.JSON
                            .createObjectNode()
                            .put("part", String.valueOf(part))
                            .put("parts", String.valueOf(parts)));
        }
        return parts;
    }

    private static Optional<String> part(BufferedReader in) throws IOException {
        StringBuilder part = new StringBuilder();
        Optional<String> line = Optional.empty();
        do {
            line = Optional.ofNullable(in.readLine());
            line.ifPresent(text -> part.append(text).append('\n'));
        } while (line.isPresent() && part.length() < FULL);
        return part.isEmpty() ? Optional.empty() : Optional.of(part.toString());
    }
}
