package weservstatus.check;

import java.util.Optional;

/** What the picture of one step must be, by itself or beside the answer of an earlier step. */
public sealed interface Likeness {

    /** The name of the earlier step, absent where the picture is looked at by itself. */
    Optional<String> other();

    /** A whole picture of the format that its Content-Type names; every pixel decodes. */
    record Whole() implements Likeness {
        @Override
        public Optional<String> other() {
            return Optional.empty();
        }
    }

    /** The very pixels of the other step's picture, whatever the format. */
    record SameAs(String step) implements Likeness {
        @Override
        public Optional<String> other() {
            return Optional.of(step);
        }
    }

    /** The size of the other step's picture, but not its pixels. */
    record OtherThan(String step) implements Likeness {
        @Override
        public Optional<String> other() {
            return Optional.of(step);
        }
    }

    /** The other step's picture at half its width and height, as far as resampling differs. */
    record HalfOf(String step) implements Likeness {
        @Override
        public Optional<String> other() {
            return Optional.of(step);
        }
    }

    /** The answer is JSON and tells the facts of the other step's picture. */
    record FactsOf(String step) implements Likeness {
        @Override
        public Optional<String> other() {
            return Optional.of(step);
        }
    }

    /**
     * The test card after what the other step asked for, in the format that this step asks for: how
     * a picture is proven that was read back by the service itself.
     */
    record CardOf(String step) implements Likeness {
        @Override
        public Optional<String> other() {
            return Optional.of(step);
        }
    }
}
