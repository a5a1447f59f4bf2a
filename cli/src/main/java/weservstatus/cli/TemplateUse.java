package weservstatus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Words that were prepared. */
final class TemplateUse {
    @Option(
            names = "--template",
            paramLabel = "ID",
            description = "Title, words, status and impact of a template, where not given.")
    private Optional<String> template = Optional.empty();

    @Option(
            names = {"-f", "--field"},
            paramLabel = "NAME=VALUE",
            description = "Fills in a field of the template.")
    private Map<String, String> fields = new LinkedHashMap<>();

    boolean isGiven() {
        return template.isPresent();
    }

    void put(ObjectNode json) {
        template.ifPresent(
                id -> AdminCommand.put(json.putObject("template").put("id", id), "fields", fields));
    }
}
