package weservstatus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.cli.AdminCommand.Column;

/** {@code maintenance …}: announce work, and change or call it off. */
final class MaintenanceCommands {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    new Column("STATUS", work -> next(work, "status")),
                    new Column("START", work -> AdminCommand.minute(next(work, "start"))),
                    new Column("END", work -> AdminCommand.minute(next(work, "end"))),
                    new Column("REPEATS", work -> work.at("/recurring/rule").asString("")),
                    Column.of("TITLE", "title"));

    private MaintenanceCommands() {}

    static void add(CommandLine line, Surroundings surroundings) {
        CommandLine group = Cli.group(line, "maintenance", "Plans, changes and calls off work.");
        Cli.add(group, new MaintenancePlanCommand(surroundings));
        Cli.add(group, new Change(surroundings));
        Cli.add(group, new Cancel(surroundings));
        Cli.add(group, new ListThem(surroundings));
    }

    /** Of the occurrence that is under way or comes next; of the last one when none does. */
    private static String next(JsonNode work, String field) {
        JsonNode last = AdminCommand.object();
        for (JsonNode occurrence : work.path("occurrences")) {
            last = occurrence;
            String status = occurrence.path("status").asString("");
            if (!status.equals("completed") && !status.equals("cancelled")) {
                break;
            }
        }
        return last.path(field).asString("");
    }

    static void print(AdminCommand command, JsonNode work) {
        List<String> times = new ArrayList<>();
        times.add("");
        for (JsonNode occurrence : work.path("occurrences")) {
            times.add(
                    "%s  %s  planned %s"
                            .formatted(
                                    AdminCommand.minute(occurrence.path("start").asString("")),
                                    occurrence.path("status").asString(""),
                                    occurrence.path("planned").asString("")));
        }
        command.printOne(work, COLUMNS, times);
    }

    @Command(
            name = "change",
            description =
                    "Changes planned work, or with --occurrence one time that it takes place:"
                            + " shortens, extends or finishes it.")
    private static final class Change extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the work.")
        private String id = "";

        @Option(
                names = "--occurrence",
                paramLabel = "START",
                description = "Its planned start, as it is listed.")
        private Optional<String> occurrence = Optional.empty();

        @Option(
                names = "--end",
                paramLabel = "TIME",
                description = "Another end, with --occurrence.")
        private Optional<String> end = Optional.empty();

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "verifying or completed, with --occurrence.")
        private Optional<String> status = Optional.empty();

        @Option(names = "--title", paramLabel = "TITLE", description = "Another title.")
        private Optional<String> title = Optional.empty();

        @Option(
                names = {"-c", "--component"},
                paramLabel = "ID",
                description = "Other components; only before it begins.")
        private List<String> components = new ArrayList<>();

        @Mixin private Words words = new Words();

        Change(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "maintenance/" + id;
            ObjectNode json = object();
            end.ifPresent(time -> json.put("end", surroundings().moment("--end", time)));
            status.ifPresent(word -> json.put("status", word));
            title.ifPresent(text -> json.put("title", text));
            words.given(surroundings()).ifPresent(text -> json.put("body", text));
            if (!components.isEmpty()) {
                ArrayNode list = json.putArray("components");
                components.forEach(list::add);
            }
            if (json.isEmpty()) {
                throw new BadInput("nothing to change: give --end, --title or another option");
            }
            String place = occurrence.map(start -> path + "/occurrences/" + start).orElse(path);
            MaintenanceCommands.print(this, session.change("PATCH", place, path, json.toString()));
        }
    }

    @Command(
            name = "cancel",
            description = "Calls off all that has not begun, or with --occurrence that one.")
    private static final class Cancel extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the work.")
        private String id = "";

        @Option(
                names = "--occurrence",
                paramLabel = "START",
                description = "Its planned start, as it is listed.")
        private Optional<String> occurrence = Optional.empty();

        @Mixin private Words words = new Words();

        Cancel(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "maintenance/" + id;
            ObjectNode one = object().put("status", "cancelled");
            words.given(surroundings()).ifPresent(text -> one.put("body", text));
            JsonNode after =
                    occurrence
                            .map(start ->
                                    session.change(
                                            "PATCH",
                                            path + "/occurrences/" + start,
                                            path,
                                            one.toString()))
                            .orElseGet(() -> session.change(path, object().put("cancelled", true)));
            MaintenanceCommands.print(this, after);
        }
    }

    @Command(name = "list", description = "Prints all planned work.")
    private static final class ListThem extends AdminCommand {
        ListThem(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode found = session.get("maintenance").json();
            print(found, found.path("maintenance"), COLUMNS);
        }
    }
}
