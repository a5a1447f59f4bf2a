package weservstatus.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.cli.AdminCommand.Column;

/** {@code template …}: words prepared for the night. */
final class TemplateCommands {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("STATUS", "status"),
                    Column.of("IMPACT", "impact"),
                    new Column("FIELDS", TemplateCommands::fields),
                    Column.of("TITLE", "title"));

    private TemplateCommands() {}

    static void add(CommandLine line, Surroundings surroundings) {
        CommandLine group = Cli.group(line, "template", "Prepares words with fields to fill in.");
        Cli.add(group, new Create(surroundings));
        Cli.add(group, new Change(surroundings));
        Cli.add(group, new ListThem(surroundings));
        Cli.add(group, new Show(surroundings));
        Cli.add(group, new Remove(surroundings));
    }

    private static String fields(JsonNode template) {
        return template.path("fields").values().stream()
                .map(field -> field.asString(""))
                .collect(Collectors.joining(", "));
    }

    @Command(name = "create", description = "Prepares words; fields stand as in {{region}}.")
    private static final class Create extends AdminCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "Lower-case letters, digits, -.")
        private String id = "";

        @Parameters(index = "1", paramLabel = "TITLE", description = "One line.")
        private String title = "";

        @Mixin private Words words = new Words();

        @Option(names = "--status", paramLabel = "STATUS", description = "What an update says.")
        private Optional<String> status = Optional.empty();

        @Option(names = "--impact", paramLabel = "IMPACT", description = "Of the incident.")
        private Optional<String> impact = Optional.empty();

        Create(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode json = object().put("id", id).put("title", title);
            json.put("body", words.read(surroundings(), "template " + id));
            status.ifPresent(word -> json.put("status", word));
            impact.ifPresent(word -> json.put("impact", word));
            printOne(session.create("templates", json), COLUMNS, List.of());
        }
    }

    @Command(name = "change", description = "Gives prepared words another form.")
    private static final class Change extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the template.")
        private String id = "";

        @Option(names = "--title", paramLabel = "TITLE", description = "Another title.")
        private Optional<String> title = Optional.empty();

        @Mixin private Words words = new Words();

        @Option(names = "--status", paramLabel = "STATUS", description = "What an update says.")
        private Optional<String> status = Optional.empty();

        @Option(names = "--impact", paramLabel = "IMPACT", description = "Of the incident.")
        private Optional<String> impact = Optional.empty();

        Change(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode json = object();
            title.ifPresent(line -> json.put("title", line));
            words.given(surroundings()).ifPresent(text -> json.put("body", text));
            status.ifPresent(word -> json.put("status", word));
            impact.ifPresent(word -> json.put("impact", word));
            if (json.isEmpty()) {
                throw new BadInput("nothing to change: give --title, -t, --status or --impact");
            }
            printOne(session.change("templates/" + id, json), COLUMNS, List.of());
        }
    }

    @Command(name = "list", description = "Prints all templates.")
    private static final class ListThem extends AdminCommand {
        ListThem(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode found = session.get("templates").json();
            print(found, found.path("templates"), COLUMNS);
        }
    }

    @Command(name = "show", description = "Prints a template.")
    private static final class Show extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the template.")
        private String id = "";

        Show(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode template = session.get("templates/" + id).json();
            printOne(
                    template,
                    COLUMNS,
                    template.path("body").asString("").lines().map(AdminCommand::clean).toList());
        }
    }

    @Command(name = "remove", description = "Removes a template.")
    private static final class Remove extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the template.")
        private String id = "";

        Remove(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "templates/" + id;
            JsonNode before = session.get(path).json();
            session.change("DELETE", path, path, "");
            printOne(before, COLUMNS, List.of());
        }
    }
}
