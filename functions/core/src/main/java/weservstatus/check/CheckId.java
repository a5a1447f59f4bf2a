package weservstatus.check;

import weservstatus.text.Slug;

/** Identity of a check: stays when its name changes, so that its history stays too. */
public record CheckId(String value) implements Comparable<CheckId> {
    public CheckId {
        Slug.require(value);
    }

    @Override
    public int compareTo(CheckId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
