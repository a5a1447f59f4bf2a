package weservstatus.config;

import java.util.List;
import weservstatus.check.Catalogue;

/** What became of a configuration file: all of it, or none of it and everything that is wrong. */
public sealed interface Loaded {

    /**
     * A file without a fault.
     *
     * @param catalogue what is watched
     * @param connections who is told, and who may call
     */
    record Valid(Catalogue catalogue, Connections connections) implements Loaded {}

    /**
     * A file that nothing is taken from.
     *
     * @param faults at least one, in the order of the file
     */
    record Invalid(List<Fault> faults) implements Loaded {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
