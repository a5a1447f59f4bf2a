package weservstatus.cli;

import java.util.List;

/** What the user gave cannot be used; each line says what, why and what to do. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(List<String> faults) {
        super(String.join("\n", faults));
    }

    BadInput(String fault) {
        this(List.of(fault));
    }
}
