package weservstatus.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Corrects what an incident is called, when it was, and what people said of it. */
@Command(name = "edit", description = "Corrects an incident or what was said of it.")
final class IncidentEditCommand extends AdminCommand {
    @Parameters(paramLabel = "ID", description = "Of the incident.")
    private String id = "";

    @Option(names = "--title", paramLabel = "TITLE", description = "Another title.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--impact", paramLabel = "IMPACT", description = "Another impact.")
    private Optional<String> impact = Optional.empty();

    @Option(names = "--started", paramLabel = "TIME", description = "Another start.")
    private Optional<String> started = Optional.empty();

    @Option(names = "--ended", paramLabel = "TIME", description = "Another end.")
    private Optional<String> ended = Optional.empty();

    @Option(names = "--take-over", description = "You answer for its words from now on.")
    private boolean takeOver;

    @Option(names = "--acknowledge", description = "You are at it; ends reminders.")
    private boolean acknowledge;

    @Option(names = "--update", paramLabel = "UPDATE", description = "Rewords this update.")
    private Optional<String> update = Optional.empty();

    @Mixin private Words words = new Words();

    IncidentEditCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(AdminSession session) {
        String path = "incidents/" + id;
        update.ifPresent(said ->
                session.change(
                        "PATCH",
                        path + "/updates/" + said,
                        path,
                        object().put("body", words.read(surroundings(), "update " + said))
                                .toString()));
        ObjectNode json = wish();
        if (json.isEmpty() && update.isEmpty()) {
            throw new BadInput("nothing to edit: give --title, --started or another option");
        }
        JsonNode after = json.isEmpty() ? session.get(path).json() : session.change(path, json);
        printOne(after, IncidentCommands.COLUMNS, List.of());
    }

    private ObjectNode wish() {
        ObjectNode json = object();
        title.ifPresent(words -> json.put("title", words));
        impact.ifPresent(word -> json.put("impact", word));
        started.ifPresent(time -> json.put("started", surroundings().moment("--started", time)));
        ended.ifPresent(time -> json.put("ended", surroundings().moment("--ended", time)));
        return flagged(json);
    }

    private ObjectNode flagged(ObjectNode json) {
        if (takeOver) {
            json.put("takenOver", true);
        }
        return acknowledge ? json.put("acknowledged", true) : json;
    }
}
