package weservstatus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** What somebody says of an incident. */
final class IncidentSaying {
    @Mixin private Words words = new Words();
    @Mixin private TemplateUse template = new TemplateUse();

    @Option(
            names = {"-c", "--component"},
            paramLabel = "ID=STATUS",
            description =
                    "What a component is like from then on: operational,"
                            + " degraded_performance, partial_outage or major_outage.")
    private Map<String, String> components = new LinkedHashMap<>();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "investigating, identified, monitoring, resolved or postmortem.")
    private Optional<String> status = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME", description = "When it became true; now.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--silent", description = "Subscribers do not hear of it.")
    private boolean silent;

    void putTemplate(ObjectNode json) {
        template.put(json);
    }

    /** Into an update; the editor opens where there is nothing else to say. */
    void put(ObjectNode update, Surroundings surroundings, String about) {
        Optional<String> body =
                template.isGiven() || words.isGiven()
                        ? words.given(surroundings)
                        : Optional.of(words.read(surroundings, about));
        body.ifPresent(text -> update.put("body", text));
        status.ifPresent(word -> update.put("status", word));
        at.ifPresent(time -> update.put("at", surroundings.moment("--at", time)));
        AdminCommand.put(update, "components", components);
        if (silent) {
            update.put("notify", false);
        }
    }
}
