package weservstatus.check;

import weservstatus.text.Slug;

/** Identity of a target: stays when its name changes, so that its history stays too. */
public record TargetId(String value) implements Comparable<TargetId> {
    public TargetId {
        Slug.require(value);
    }

    @Override
    public int compareTo(TargetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
