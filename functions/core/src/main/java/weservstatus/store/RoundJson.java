package weservstatus.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.LocationId;
import weservstatus.check.TargetId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Slot;

/** A round as JSON: less than 4 KB for 20 observations. */
public final class RoundJson implements Codec<Round> {
    private static final int VERSION = 1;

    @Override
    public String encode(Round round) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("v", VERSION);
        json.put("location", round.location().value());
        json.put("slot", round.slot().start().toString());
        json.put("length", round.slot().length().toString());
        json.put("number", round.number());
        json.put("started", round.started().toString());
        json.put("finished", round.finished().toString());
        json.put("provider", round.controls().provider().name());
        ObjectNode origins = json.putObject("origins");
        round.controls().origins().forEach((id, state) -> origins.put(id.value(), state.name()));
        ArrayNode observations = json.putArray("observations");
        ObservationJson form = new ObservationJson(round.started());
        round.observations().forEach(seen -> form.encode(seen, observations.addObject()));
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public Round decode(String document) {
        Fields json = Fields.parse("round", document);
        if (json.whole("v") != VERSION) {
            throw new UnreadableDocument("round.v", "written by another version of the program");
        }
        try {
            return decode(json);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocument("round", "contradicts itself: " + e.getMessage(), e);
        }
    }

    private static Round decode(Fields json) {
        Round round =
                new Round(
                        json.parsed("location", LocationId::new),
                        new Slot(json.instant("slot"), json.duration("length")),
                        json.integer("number"),
                        json.instant("started"),
                        json.instant("finished"),
                        controls(json),
                        observations(json));
        json.end();
        return round;
    }

    private static Controls controls(Fields json) {
        Fields fields = json.object("origins");
        SortedMap<TargetId, ControlState> origins = new TreeMap<>();
        for (String target : fields.names()) {
            origins.put(new TargetId(target), fields.parsed(target, ControlState::valueOf));
        }
        return new Controls(json.parsed("provider", ControlState::valueOf), origins);
    }

    private static List<Observation> observations(Fields json) {
        ObservationJson form = new ObservationJson(json.instant("started"));
        return json.objects("observations").stream().map(form::decode).toList();
    }
}
