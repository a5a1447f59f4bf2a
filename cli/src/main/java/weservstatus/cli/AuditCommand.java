package weservstatus.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who did what. */
@Command(name = "audit", description = "Prints who changed what and when, newest first.")
final class AuditCommand extends AdminCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.time("WHEN", "at"),
                    Column.of("WHO", "who"),
                    Column.of("DID", "action"),
                    Column.of("TO", "kind"),
                    Column.of("ID", "id"));

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many, up to 100; ${DEFAULT-VALUE}.")
    private int limit;

    AuditCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(AdminSession session) {
        var audit = session.get("audit?limit=" + limit).json();
        print(audit, audit.path("entries"), COLUMNS);
    }
}
