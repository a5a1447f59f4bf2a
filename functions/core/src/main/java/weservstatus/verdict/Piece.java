package weservstatus.verdict;

import java.time.Instant;

/** A value that holds during {@code [from, to)}. */
record Piece<T>(Instant from, Instant to, T value) {

    <R> Piece<R> with(R other) {
        return new Piece<>(from, to, other);
    }
}
