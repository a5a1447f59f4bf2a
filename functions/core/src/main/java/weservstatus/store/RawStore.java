package weservstatus.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.RawDay;

/**
 * What was observed, for everybody to count again: a blob for each hour of the days that can still
 * change, one for each finished day, and the chain of finished days. Writing anything again, or
 * ending half-way and starting over, gives the same.
 */
public final class RawStore {
    /** How many days stay: a few more than any published figure uses. */
    public static final int DAYS_KEPT = 400;

    /** Media type of a day. */
    public static final String TYPE = "application/gzip";

    /** The name of the chain among the blobs: one line for each finished day. */
    public static final String CHAIN = "history/chain.ndjson";

    private static final String PREFIX = "raw/";
    private static final String SUFFIX = ".ndjson.gz";

    private final Blobs blobs;

    public RawStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Replaces what is kept of this hour. */
    public void put(RawHour hour) {
        blobs.put(part(hour.hour()), new Blobs.Blob(hour.packed(), TYPE));
    }

    /** Days of which hours are kept apart, oldest first. */
    public SortedSet<LocalDate> openDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String name : blobs.list(PREFIX)) {
            int slash = name.indexOf('/', PREFIX.length());
            if (slash > 0) {
                days.add(LocalDate.parse(name.substring(PREFIX.length(), slash)));
            }
        }
        return days;
    }

    /** Takes a finished day apart again, since a round came late; {@link #seal} it afterwards. */
    public void reopen(LocalDate day) {
        blobs.get(name(day))
                .ifPresent(whole -> {
                    RawHour.split(whole.bytes())
                            .forEach((hour, bytes) ->
                                    blobs.put(part(hour), new Blobs.Blob(bytes, TYPE)));
                    blobs.delete(name(day));
                });
    }

    /**
     * Makes one blob of the day's hours and a link of the chain. Nothing changes it after that, but
     * a round that came late: then the day has another link, and the one before stays.
     */
    public void seal(DayItem day) {
        Chain chain = chain();
        boolean whole = blobs.get(name(day.date())).isPresent();
        if (!whole || chain.find(day.date()).isEmpty()) {
            byte[] bytes = joined(day.date());
            blobs.put(name(day.date()), new Blobs.Blob(bytes, TYPE));
            put(chain.plus(day, bytes.length, Sha256Hex.of(bytes)));
        }
        blobs.list(parts(day.date())).forEach(blobs::delete);
        blobs.delete(name(day.date().minusDays(DAYS_KEPT)));
    }

    /** Writes a month down for good; nothing happens when it was frozen before. */
    public void freeze(MonthItem month) {
        Chain chain = chain();
        boolean isFrozen =
                chain.months().months().stream()
                        .anyMatch(frozen -> frozen.item().month().equals(month.month()));
        if (!isFrozen) {
            put(chain.plus(month));
        }
    }

    private void put(Chain chain) {
        blobs.put(CHAIN, new Blobs.Blob(chain.bytes(), "application/x-ndjson"));
    }

    /** All days that can be fetched, oldest first. */
    public List<RawDay> list() {
        List<RawDay> days = new ArrayList<>();
        Chain chain = chain();
        List<Chain.Link> links = chain.links();
        SortedSet<LocalDate> open = reopened();
        links.stream()
                .skip(Math.max(0, links.size() - DAYS_KEPT))
                .filter(link -> !open.contains(link.day()))
                .map(link -> new RawDay(link.day(), link.bytes(), link.sha256(), true))
                .forEach(days::add);
        for (LocalDate date : openDays()) {
            if (chain.find(date).isEmpty() || open.contains(date)) {
                byte[] bytes = joined(date);
                days.add(new RawDay(date, bytes.length, Sha256Hex.of(bytes), false));
            }
        }
        days.sort(Comparator.comparing(RawDay::date));
        return days;
    }

    /** Days that are kept in hours and not as a whole. */
    private SortedSet<LocalDate> reopened() {
        SortedSet<LocalDate> days = openDays();
        days.removeIf(date -> blobs.get(name(date)).isPresent());
        return days;
    }

    /** The day's lines, compressed: of a finished day or, so far, of one that is not. */
    public Optional<Blobs.Blob> find(LocalDate date) {
        Optional<Blobs.Blob> whole = blobs.get(name(date));
        if (whole.isPresent()) {
            return whole;
        }
        byte[] bytes = joined(date);
        return bytes.length == 0 ? Optional.empty() : Optional.of(new Blobs.Blob(bytes, TYPE));
    }

    /** The chain of finished days. */
    public Chain chain() {
        return blobs.get(CHAIN)
                .map(blob -> Chain.read(new String(blob.bytes(), StandardCharsets.UTF_8)))
                .orElse(Chain.EMPTY);
    }

    /** Members of gzip, one after the other, are gzip again. */
    private byte[] joined(LocalDate date) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : blobs.list(parts(date))) {
            blobs.get(part).ifPresent(blob -> bytes.writeBytes(blob.bytes()));
        }
        return bytes.toByteArray();
    }

    private static String name(LocalDate date) {
        return PREFIX + date + SUFFIX;
    }

    private static String parts(LocalDate date) {
        return PREFIX + date + "/";
    }

    private static String part(Instant hour) {
        var time = hour.atZone(ZoneOffset.UTC);
        return parts(time.toLocalDate())
                + String.format(Locale.ROOT, "%02d", time.getHour())
                + SUFFIX;
    }
}
