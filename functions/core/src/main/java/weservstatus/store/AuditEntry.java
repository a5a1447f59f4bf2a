package weservstatus.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did.
 *
 * @param who as proven to whoever let the request in
 * @param action one word, as in {@code open}
 * @param kind of the thing, as in {@code incident}
 * @param version that the thing had afterwards
 * @param before the thing as it was kept, JSON; absent when it was created
 * @param after the thing as it is kept; absent when it is gone
 */
public record AuditEntry(
        Instant at,
        String who,
        String action,
        String kind,
        String id,
        long version,
        Optional<String> before,
        Optional<String> after) {}
