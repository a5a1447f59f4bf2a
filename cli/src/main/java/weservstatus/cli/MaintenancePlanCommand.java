package weservstatus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Announces work: once, or by a rule. */
@Command(
        name = "plan",
        description =
                "Announces work: once from --start to --end, or by --rule, --zone, --first and"
                        + " --length.")
final class MaintenancePlanCommand extends AdminCommand {
    @Parameters(paramLabel = "TITLE", description = "One line.")
    private String title = "";

    @Mixin private Words words = new Words();

    @Option(
            names = {"-c", "--component"},
            paramLabel = "ID",
            description = "A component that may fail meanwhile.")
    private List<String> components = new ArrayList<>();

    @Option(names = "--start", paramLabel = "TIME", description = "When it begins.")
    private Optional<String> start = Optional.empty();

    @Option(names = "--end", paramLabel = "TIME", description = "When it ends.")
    private Optional<String> end = Optional.empty();

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Of RFC 5545, as in FREQ=WEEKLY;BYDAY=TU.")
    private Optional<String> rule = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "As in Europe/Berlin.")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--first",
            paramLabel = "WALLCLOCK",
            description = "First start in that zone, as in 2026-12-01T02:30.")
    private Optional<String> first = Optional.empty();

    @Option(names = "--length", paramLabel = "LENGTH", description = "As in PT1H.")
    private Optional<String> length = Optional.empty();

    @Option(
            names = "--remind",
            paramLabel = "BEFORE",
            description = "Subscribers hear of it again so long before, as in P1D.")
    private List<String> reminders = new ArrayList<>();

    @Option(names = "--until-finished", description = "It goes on until you say that it is done.")
    private boolean untilFinished;

    MaintenancePlanCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(AdminSession session) {
        ObjectNode json = object().put("title", title);
        json.put("body", words.read(surroundings(), title));
        list(json, "components", components);
        list(json, "reminders", reminders);
        timetable(json);
        if (untilFinished) {
            json.put("untilFinished", true);
        }
        MaintenanceCommands.print(this, session.create("maintenance", json));
    }

    private void timetable(ObjectNode json) {
        if (start.isPresent() || end.isPresent()) {
            ObjectNode once = json.putObject("once");
            start.ifPresent(time -> once.put("start", surroundings().moment("--start", time)));
            end.ifPresent(time -> once.put("end", surroundings().moment("--end", time)));
        }
        if (rule.isPresent()) {
            ObjectNode recurring = json.putObject("recurring");
            rule.ifPresent(text -> recurring.put("rule", text));
            zone.ifPresent(text -> recurring.put("zone", text));
            first.ifPresent(text -> recurring.put("first", text));
            length.ifPresent(text -> recurring.put("length", text));
        }
    }

    private static void list(ObjectNode json, String name, List<String> items) {
        if (!items.isEmpty()) {
            ArrayNode list = json.putArray(name);
            items.forEach(list::add);
        }
    }
}
