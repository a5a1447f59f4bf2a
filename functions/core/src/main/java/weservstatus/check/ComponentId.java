package weservstatus.check;

import weservstatus.text.Slug;

/** Identity of a component: stays when its name changes, so that its history stays too. */
public record ComponentId(String value) implements Comparable<ComponentId> {
    public ComponentId {
        Slug.require(value);
    }

    @Override
    public int compareTo(ComponentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
