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
import tools.jackson.databind.node.ObjectNode;
import weservstatus.cli.AdminCommand.Column;

/** {@code incident …}: open, explain, end, correct and merge incidents. */
final class IncidentCommands {
    static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("STATUS", "status"),
                    Column.of("IMPACT", "impact"),
                    Column.time("STARTED", "started"),
                    Column.time("ENDED", "ended"),
                    Column.of("TITLE", "title"));

    private IncidentCommands() {}

    static void add(CommandLine line, Surroundings surroundings) {
        CommandLine group = Cli.group(line, "incident", "Opens, explains and ends incidents.");
        Cli.add(group, new Open(surroundings));
        Cli.add(group, new Update(surroundings));
        Cli.add(group, new Resolve(surroundings));
        Cli.add(group, new IncidentEditCommand(surroundings));
        Cli.add(group, new Merge(surroundings));
        Cli.add(group, new ListThem(surroundings));
        Cli.add(group, new Show(surroundings));
    }

    @Command(name = "open", description = "Opens an incident, or enters one that is over.")
    private static final class Open extends AdminCommand {
        @Parameters(paramLabel = "TITLE", arity = "0..1", description = "One line.")
        private Optional<String> title = Optional.empty();

        @Mixin private IncidentSaying saying = new IncidentSaying();

        @Option(
                names = "--impact",
                paramLabel = "IMPACT",
                description = "none, minor, major or critical; what the components mean.")
        private Optional<String> impact = Optional.empty();

        @Option(names = "--started", paramLabel = "TIME", description = "When it began; now.")
        private Optional<String> started = Optional.empty();

        @Option(
                names = "--ended",
                paramLabel = "TIME",
                description = "When it was over; needs --status resolved.")
        private Optional<String> ended = Optional.empty();

        Open(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode json = object();
            title.ifPresent(words -> json.put("title", words));
            impact.ifPresent(word -> json.put("impact", word));
            started.ifPresent(
                    time -> json.put("started", surroundings().moment("--started", time)));
            ended.ifPresent(time -> json.put("ended", surroundings().moment("--ended", time)));
            saying.putTemplate(json);
            ObjectNode update = json.putArray("updates").addObject();
            saying.put(update, surroundings(), title.orElse("a new incident"));
            printOne(session.create("incidents", json), COLUMNS, List.of());
        }
    }

    @Command(name = "update", description = "Says more about an incident.")
    private static final class Update extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the incident.")
        private String id = "";

        @Mixin private IncidentSaying saying = new IncidentSaying();

        @Option(names = "--take-over", description = "You answer for its words from now on.")
        private boolean takeOver;

        Update(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode json = object();
            saying.putTemplate(json);
            saying.put(json, surroundings(), "incident " + id);
            if (takeOver) {
                session.change("incidents/" + id, object().put("takenOver", true));
            }
            printOne(session.create("incidents/" + id + "/updates", json), COLUMNS, List.of());
        }
    }

    @Command(name = "resolve", description = "Says that an incident is over.")
    private static final class Resolve extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the incident.")
        private String id = "";

        @Mixin private IncidentSaying saying = new IncidentSaying();

        Resolve(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode json = object();
            saying.putTemplate(json);
            saying.put(json, surroundings(), "the end of incident " + id);
            json.put("status", "resolved");
            printOne(session.create("incidents/" + id + "/updates", json), COLUMNS, List.of());
        }
    }

    @Command(name = "merge", description = "Takes everything of another incident into one.")
    private static final class Merge extends AdminCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "Of the one that stays.")
        private String id = "";

        @Parameters(index = "1", paramLabel = "OTHER", description = "Of the one that goes.")
        private String other = "";

        Merge(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "incidents/" + id;
            String body = object().put("other", other).toString();
            printOne(session.change("POST", path + "/merge", path, body), COLUMNS, List.of());
        }
    }

    @Command(name = "list", description = "Prints the newest incidents.")
    private static final class ListThem extends AdminCommand {
        @Option(names = "--open", description = "Only those that are not over.")
        private boolean open;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50",
                description = "How many, up to 200; ${DEFAULT-VALUE}.")
        private int limit;

        ListThem(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode found =
                    session.get("incidents?limit=%d&open=%s".formatted(limit, open)).json();
            print(found, found.path("incidents"), COLUMNS);
        }
    }

    @Command(name = "show", description = "Prints an incident and all that was said of it.")
    private static final class Show extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "Of the incident.")
        private String id = "";

        Show(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode incident = session.get("incidents/" + id).json();
            List<String> said = new ArrayList<>();
            for (JsonNode update : incident.path("updates")) {
                said.add("");
                said.add(
                        "%s  %s  by %s  (%s)"
                                .formatted(
                                        minute(update.path("at").asString("")),
                                        update.path("status").asString(""),
                                        clean(update.path("by").asString("the monitor")),
                                        update.path("id").asString("")));
                update.path("body")
                        .asString("")
                        .lines()
                        .map(AdminCommand::clean)
                        .forEach(said::add);
            }
            printOne(incident, COLUMNS, said);
        }
    }
}
