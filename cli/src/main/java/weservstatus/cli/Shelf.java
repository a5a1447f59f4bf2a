package weservstatus.cli;

import java.time.LocalDate;
import java.util.Optional;

/** Where a history that was written can be read. */
interface Shelf {
    /** The lines of the chain of finished days. */
    String chain();

    /** The raw rows of a finished day, as they lie there; absent when they do not. */
    Optional<byte[]> day(LocalDate date);
}
