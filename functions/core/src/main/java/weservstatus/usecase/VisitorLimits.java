package weservstatus.usecase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import weservstatus.notify.Subscription;
import weservstatus.store.Table;
import weservstatus.store.VisitStore;
import weservstatus.text.KeyedDigest;

/**
 * How often visitors may have mails sent, over all processes that share the table. Whom it counts
 * is known to it by a digest only, which is forgotten with the hour or the day; its key lies
 * outside the table.
 */
public final class VisitorLimits {
    private static final int MOST_OF_ONE = 10;
    private static final int MOST_OF_ALL = 300;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final VisitStore store;
    private final KeyedDigest digest;
    private final InstantSource clock;

    /**
     * @param key of digests; the same for all processes
     */
    public VisitorLimits(Table table, byte[] key, InstantSource clock) {
        this.store = new VisitStore(table);
        this.digest = new KeyedDigest(key);
        this.clock = clock;
    }

    /** Whether this visitor may ask for one more mail in this hour; it counts if so. */
    public boolean mayAsk(String visitor) {
        return store.count(name("visitor", visitor), HOUR, MOST_OF_ONE, clock.instant())
                && store.count("all", HOUR, MOST_OF_ALL, clock.instant());
    }

    /** Whether this address may be sent one more mail today that somebody asked for; it counts. */
    boolean mayMail(String address) {
        String mailbox = address.toLowerCase(Locale.ROOT);
        return store.count(name("address", mailbox), DAY, Subscription.MOST_ASKED, clock.instant());
    }

    private String name(String kind, String who) {
        return kind + "/" + HexFormat.of().formatHex(digest.of(kind + ":" + who));
    }
}
