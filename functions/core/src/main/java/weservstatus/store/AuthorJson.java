package weservstatus.store;

import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Author;

/** Who wrote something: a field {@code by} with the person's name, none for the monitor. */
final class AuthorJson {
    private static final String FIELD = "by";

    private AuthorJson() {}

    static void put(ObjectNode json, Author author) {
        switch (author) {
            case Author.Machine ignored -> {}
            case Author.Person person -> json.put(FIELD, person.name());
        }
    }

    static Author read(Fields json) {
        return json.has(FIELD) ? json.parsed(FIELD, Author.Person::new) : Author.machine();
    }
}
