package weservstatus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.cli.AdminCommand.Column;

/** {@code subscriber …}, {@code deliveries} and {@code silence …}: who is told, and who is not. */
final class TellingCommands {
    private static final List<Column> SUBSCRIBERS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("ADDRESS", "address"),
                    Column.of("VIA", "via"),
                    new Column("CONFIRMED", TellingCommands::confirmed),
                    new Column("COMPONENTS", TellingCommands::hears));

    private static final List<Column> SILENCES =
            List.of(
                    Column.of("ID", "id"),
                    Column.time("UNTIL", "until"),
                    new Column("COMPONENTS", TellingCommands::components),
                    Column.of("BY", "by"),
                    Column.of("REASON", "reason"));

    private static final List<Column> DELIVERIES =
            List.of(
                    Column.time("WHEN", "at"),
                    Column.of("RECEIVER", "receiver"),
                    Column.of("EVENT", "event"),
                    Column.of("END", "end"),
                    new Column("TRIED", record -> record.path("tried").asString("")),
                    Column.of("TITLE", "title"),
                    Column.of("REASON", "reason"));

    private TellingCommands() {}

    static void add(CommandLine line, Surroundings surroundings) {
        CommandLine subscriber = Cli.group(line, "subscriber", "Who is told by mail.");
        Cli.add(subscriber, new Subscribers(surroundings));
        Cli.add(subscriber, new Remove(surroundings));
        Cli.add(line, new Deliveries(surroundings));
        CommandLine silence = Cli.group(line, "silence", "Keeps messages back for a while.");
        Cli.add(silence, new Begin(surroundings));
        Cli.add(silence, new Silences(surroundings));
        Cli.add(silence, new End(surroundings));
    }

    /** A topic does not say when. */
    private static String confirmed(JsonNode item) {
        return item.path("pending").asBoolean(false)
                ? "not yet"
                : item.path("confirmed").asStringOpt().map(AdminCommand::minute).orElse("yes");
    }

    /** A topic does not say what somebody hears who has not confirmed. */
    private static String hears(JsonNode item) {
        if (item.has("components")) {
            return components(item);
        }
        return item.has("filter") ? "by its own filter" : "unknown";
    }

    private static String components(JsonNode item) {
        String ids =
                item.path("components").values().stream()
                        .map(id -> id.asString(""))
                        .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "all" : ids;
    }

    @Command(name = "list", description = "Prints every address that is told by mail.")
    private static final class Subscribers extends AdminCommand {
        Subscribers(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode whole = object();
            ArrayNode all = whole.putArray("subscribers");
            String after = "";
            do {
                JsonNode page = session.get("subscribers?limit=200&after=" + after).json();
                page.path("subscribers").forEach(all::add);
                after = page.path("next").asString("");
            } while (!after.isEmpty());
            print(whole, all, SUBSCRIBERS);
        }
    }

    @Command(name = "remove", description = "Forgets an address and what was to be sent to it.")
    private static final class Remove extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "As it is listed.")
        private String id = "";

        Remove(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "subscribers/" + id;
            JsonNode gone = session.get(path).json();
            session.change("DELETE", path, path, "");
            printOne(gone, SUBSCRIBERS, List.of());
        }
    }

    @Command(name = "deliveries", description = "Prints what became of the messages sent last.")
    private static final class Deliveries extends AdminCommand {
        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50",
                description = "How many, up to 200; ${DEFAULT-VALUE}.")
        private int limit;

        Deliveries(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode found = session.get("deliveries?limit=" + limit).json();
            print(found, found.path("deliveries"), DELIVERIES);
        }
    }

    @Command(name = "begin", description = "Keeps messages about components back until a time.")
    private static final class Begin extends AdminCommand {
        @Parameters(paramLabel = "REASON", description = "One line, for whoever wonders.")
        private String reason = "";

        @Option(
                names = "--until",
                required = true,
                paramLabel = "TIME",
                description = "When it ends, as in +2h.")
        private String until = "";

        @Option(
                names = {"-c", "--component"},
                paramLabel = "ID",
                description = "A component; all without one.")
        private List<String> components = new ArrayList<>();

        Begin(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            ObjectNode json = object().put("reason", reason);
            json.put("until", surroundings().moment("--until", until));
            ArrayNode list = json.putArray("components");
            components.forEach(list::add);
            printOne(session.create("silences", json), SILENCES, List.of());
        }
    }

    @Command(name = "list", description = "Prints the silences that last.")
    private static final class Silences extends AdminCommand {
        Silences(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            JsonNode found = session.get("silences").json();
            print(found, found.path("silences"), SILENCES);
        }
    }

    @Command(name = "end", description = "Ends a silence now.")
    private static final class End extends AdminCommand {
        @Parameters(paramLabel = "ID", description = "As it is listed.")
        private String id = "";

        End(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(AdminSession session) {
            String path = "silences/" + id;
            JsonNode gone = session.get(path).json();
            session.change("DELETE", path, path, "");
            printOne(gone, SILENCES, List.of());
        }
    }
}
