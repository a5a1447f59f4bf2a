package weservstatus.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.verdict.Calibration;
import weservstatus.verdict.Calibration.Change;
import weservstatus.verdict.Calibration.Known;

/** A calibration as JSON: one object for each trait, in the order of their names. */
final class CalibrationJson implements Codec<Calibration> {

    @Override
    public String encode(Calibration calibration) {
        ObjectNode json = Fields.JSON.createObjectNode();
        ArrayNode traits = json.putArray("traits");
        new TreeMap<>(calibration.traits())
                .forEach((name, known) -> {
                    ObjectNode trait = traits.addObject();
                    trait.put("trait", name).put("usual", known.usual());
                    known.change()
                            .ifPresent(change ->
                                    trait.putObject("change")
                                            .put("to", change.to())
                                            .put("since", change.since().toString()));
                });
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public Calibration decode(String document) {
        Fields fields = Fields.parse("calibration", document);
        Map<String, Known> traits = new HashMap<>();
        for (Fields trait : fields.objects("traits")) {
            traits.put(trait.text("trait"), known(trait));
            trait.end();
        }
        fields.end();
        return new Calibration(traits);
    }

    private static Known known(Fields trait) {
        Optional<Change> change =
                trait.optionalObject("change")
                        .map(fields -> {
                            Change found = new Change(fields.text("to"), fields.instant("since"));
                            fields.end();
                            return found;
                        });
        return new Known(trait.text("usual"), change);
    }
}
