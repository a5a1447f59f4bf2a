package weservstatus.document;

import java.util.Arrays;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;

/** Where the time of one attempt went, in microseconds. */
final class PhasesJson {
    private PhasesJson() {}

    static void write(Json json, Phases phases) {
        Arrays.stream(Phase.values())
                .forEach(phase -> json.number(phase.label(), phases.micros(phase)));
        json.number("total", phases.totalMicros());
    }
}
