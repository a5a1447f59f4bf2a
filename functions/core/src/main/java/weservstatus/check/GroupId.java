package weservstatus.check;

import weservstatus.text.Slug;

/**
 * Identity of a group of components: stays when its name changes, so that its history stays too.
 */
public record GroupId(String value) implements Comparable<GroupId> {
    public GroupId {
        Slug.require(value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
