package weservstatus.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a run of {@code tools/recompute} ended and what it said. */
record Recompute(int code, String said) {

    static Recompute run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add("python3");
        command.add(Path.of(System.getProperty("repository.root"), "tools/recompute").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Recompute(process.waitFor(), said);
    }
}
