package weservstatus.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.cli.AdminCommand.Column;

/** {@code component override …}: what a component is said to be, and until when. */
final class ComponentCommands {
    private static final Map<String, String> STATES =
            Map.of(
                    "degraded", "degraded_performance",
                    "partial", "partial_outage",
                    "major", "major_outage",
                    "maintenance", "under_maintenance");

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("COMPONENT", "component"),
                    Column.of("STATE", "status"),
                    Column.time("UNTIL", "until"),
                    Column.of("BY", "who"),
                    Column.of("REASON", "reason"));

    private ComponentCommands() {}

    static void add(CommandLine line, Surroundings surroundings) {
        CommandLine component = Cli.group(line, "component", "Says what a component is.");
        CommandLine override = Cli.add(component, new Say(surroundings));
        Cli.add(override, new ListThem(surroundings));
        Cli.add(override, new End(surroundings));
    }

    @Command(
            name = "override",
            description =
                    "Lets a component be what you say, and not what is seen, until a time within 7"
                            + " days. Uptime goes on to count what is seen.")
    private static final class Say extends AdminCommand {
        @Parameters(index = "0", arity = "0..1", paramLabel = "COMPONENT", description = "Its id.")
        private Optional<String> component = Optional.empty();

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "STATE",
                description = "operational, degraded, partial, major or maintenance.")
        private Optional<String> state = Optional.empty();

        @Option(names = "--until", paramLabel = "TIME", description = "When it ends, as in +2h.")
        private Optional<String> until = Optional.empty();

        @Option(names = "--for", paramLabel = "LENGTH", description = "How long, as in 2h.")
        private Optional<String> length = Optional.empty();

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "One line, which visitors read.")
        private Optional<String> reason = Optional.empty();

        Say(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String id = given("COMPONENT", component, "name one, as in status.yaml");
            String word =
                    given("STATE", state, "operational, degraded, partial, major, maintenance");
            ObjectNode json = object().put("status", STATES.getOrDefault(word, word));
            json.put("until", end());
            json.put("reason", given("--reason", reason, "say why in one line: visitors read it"));
            String place = "overrides/" + id;
            JsonNode said =
                    session.has(place)
                            ? session.change(place, json)
                            : session.create("overrides", json.put("component", id));
            printOne(said, COLUMNS, List.of());
        }

        private String end() {
            if (until.isPresent() == length.isPresent()) {
                throw new BadInput("give either --until or --for: it must end");
            }
            return until.map(time -> surroundings().moment("--until", time))
                    .orElseGet(() -> surroundings().moment("--for", "+" + length.orElseThrow()));
        }

        private static String given(String name, Optional<String> value, String remedy) {
            return value.orElseThrow(() -> new BadInput(name + ": it is missing; " + remedy));
        }
    }

    @Command(name = "list", description = "Prints what is said of components now.")
    private static final class ListThem extends AdminCommand {
        ListThem(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode found = session.get("overrides").json();
            print(found, found.path("overrides"), COLUMNS);
        }
    }

    @Command(name = "end", description = "Lets what is seen count again, from now on.")
    private static final class End extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "The component, or the id that is listed.")
        private String id = "";

        End(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "overrides/" + id;
            JsonNode gone = session.get(path).json();
            session.change("DELETE", path, path, "");
            printOne(gone, COLUMNS, List.of());
        }
    }
}
