package weservstatus.incident;

/** Who wrote an update. */
public sealed interface Author {

    /** The monitor: facts only, in words of its own. */
    record Machine() implements Author {}

    /**
     * Somebody.
     *
     * @param name as the audit record has it; never shown to visitors
     */
    record Person(String name) implements Author {
        public Person {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a person has a name");
            }
        }
    }

    static Author machine() {
        return new Machine();
    }

    default boolean isMachine() {
        return switch (this) {
            case Machine ignored -> true;
            case Person ignored -> false;
        };
    }
}
