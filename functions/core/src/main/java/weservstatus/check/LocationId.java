package weservstatus.check;

import weservstatus.text.Slug;

/** Identity of a location: stays when its name changes, so that its history stays too. */
public record LocationId(String value) implements Comparable<LocationId> {
    public LocationId {
        Slug.require(value);
    }

    @Override
    public int compareTo(LocationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
