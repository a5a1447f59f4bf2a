package weservstatus.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The strict loader of status.yaml: a file is taken whole or refused with everything that is wrong
 * in it. Nothing is skipped, guessed or silently converted.
 */
public final class StatusYaml {
    private StatusYaml() {}

    /**
     * Reads a configuration.
     *
     * @param file the name that faults give to it
     * @param text its content
     */
    public static Loaded load(String file, String text) {
        Reading reading = new Reading(file);
        Optional<Section> root =
                YamlText.compose(text, reading)
                        .flatMap(node -> StatusFields.reader().read(rootOf(node), reading));
        List<Fault> faults = reading.settle();
        return faults.isEmpty() ? valid(root.orElseThrow()) : new Loaded.Invalid(faults);
    }

    private static Loaded valid(Section root) {
        return new Loaded.Valid(
                CatalogueBuilder.build(root),
                new Connections(
                        root.orElse(ChannelFields.CHANNELS, List.of()).stream()
                                .map(ChannelFields::channel)
                                .toList(),
                        ReminderFields.pace(root),
                        root.find(MailFields.MAIL).map(MailFields::server),
                        root.find(PulseFields.PULSE),
                        root.orElse(AlertFields.ALERTS, List.of())));
    }

    private static Spot rootOf(Node node) {
        return new Spot(node, "");
    }
}
