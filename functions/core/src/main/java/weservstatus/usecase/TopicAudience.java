package weservstatus.usecase;

import java.util.List;
import java.util.Optional;

/** Mail addresses that a topic tells. It alone keeps them; here they are only looked at. */
public interface TopicAudience {
    /** Stands for the id of every address that was asked and has not said yes. */
    String PENDING = "pending";

    /**
     * An address that the topic tells, or has asked.
     *
     * @param id by which it can be taken away, or {@link #PENDING}
     * @param filterPolicy JSON: of which messages it hears; absent where it hears of all, and where
     *     the topic does not say
     */
    record Member(String id, String address, Optional<String> filterPolicy) {
        public boolean isPending() {
            return id.equals(PENDING);
        }
    }

    /**
     * Some of them, in the topic's own order.
     *
     * @param next where the page after this one begins, absent after the last; nothing but
     *     characters that a query takes as they are
     */
    record Page(List<Member> members, Optional<String> next) {
        public Page {
            members = List.copyOf(members);
        }
    }

    /**
     * A page, absent when none begins there.
     *
     * @param place the {@code next} of the page before, empty for the first
     * @param most how many members it has at most; a page may have none and others follow
     */
    Optional<Page> list(String place, int most);

    /** By its id; nothing where it is none of a mail address. */
    Optional<Member> find(String id);

    /** Takes an address away; nothing happens when it is gone. */
    void remove(String id);
}
