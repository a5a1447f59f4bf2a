package weservstatus.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import weservstatus.status.CheckReport;
import weservstatus.status.Staleness;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;

/**
 * Everything that is served from one snapshot. What depends on a parameter is cut from one row per
 * component, made when that component is first asked for; there are never more rows than
 * components.
 */
public final class PublishedDocuments {
    private final StatusSnapshot snapshot;
    private final Map<DocumentName, Rendered> whole;
    private final Map<String, Supplier<Slices>> days;
    private final Map<String, Supplier<Slices>> hours;
    private final Supplier<Map<BadgeName, Rendered>> badges;
    private final Map<String, Supplier<Map<BadgeName, Rendered>>> componentBadges;
    private final Supplier<Map<String, Rendered>> calendars;
    private final Map<String, Supplier<Rendered>> checks;
    private final Supplier<PublishedDocuments> unseen;
    private final Supplier<Optional<Rendered>> logo;
    private final Supplier<Rendered> preview;

    PublishedDocuments(StatusSnapshot snapshot, Map<DocumentName, Rendered> whole) {
        this.snapshot = snapshot;
        this.whole = Map.copyOf(whole);
        this.days = byComponent(snapshot, DaysJson::of);
        this.hours = byComponent(snapshot, LatencyJson::of);
        this.badges = new Lazy<>(() -> Badges.ofPage(snapshot));
        this.componentBadges = byComponent(snapshot, Badges::of);
        this.calendars = new Lazy<>(() -> CalendarIcs.each(snapshot));
        this.checks =
                snapshot.asked().checks().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        CheckReport::id,
                                        check -> new Lazy<>(() -> ChecksJson.of(snapshot, check))));
        this.logo = new Lazy<>(() -> snapshot.page().look().logo().map(LogoDocument::of));
        this.preview = new Lazy<>(() -> PreviewPng.of(snapshot));
        this.unseen = new Lazy<>(() -> Documents.of(Staleness.unseen(snapshot)));
    }

    /**
     * What may be said at this moment: these documents, or once their data are too old the same
     * with everything of now unknown. Holds even when the review itself has died.
     */
    public PublishedDocuments at(Instant now) {
        return Staleness.isStale(snapshot, now) ? unseen.get() : this;
    }

    public StatusSnapshot snapshot() {
        return snapshot;
    }

    public Rendered get(DocumentName name) {
        return requireNonNull(whole.get(name), name::name);
    }

    /**
     * The last {@code n} days of a component, oldest first.
     *
     * @return absent when there is no such component
     */
    public Optional<Rendered> days(String componentId, int n) {
        return Optional.ofNullable(days.get(componentId)).map(slices -> slices.get().last(n));
    }

    /**
     * Latency of the last {@code n} hours of a component, oldest first.
     *
     * @return absent when there is no such component
     */
    public Optional<Rendered> latency(String componentId, int n) {
        return Optional.ofNullable(hours.get(componentId)).map(slices -> slices.get().last(n));
    }

    /** The owner's picture, where there is one. */
    public Optional<Rendered> logo() {
        return logo.get();
    }

    /** The picture that stands beside a link to the page. */
    public Rendered preview() {
        return preview.get();
    }

    /** A badge of the page. */
    public Rendered badge(BadgeName name) {
        return requireNonNull(badges.get().get(name), name::name);
    }

    /**
     * A badge of a component.
     *
     * @return absent when there is no such component
     */
    public Optional<Rendered> badge(String componentId, BadgeName name) {
        return Optional.ofNullable(componentBadges.get(componentId))
                .map(all -> requireNonNull(all.get().get(name), name::name));
    }

    /**
     * The calendar of one piece of planned work.
     *
     * @return absent when no such work is announced
     */
    public Optional<Rendered> calendar(String maintenance) {
        return Optional.ofNullable(calendars.get().get(maintenance));
    }

    /**
     * One check.
     *
     * @return absent when there is no such check
     */
    public Optional<Rendered> check(String id) {
        return Optional.ofNullable(checks.get(id)).map(Supplier::get);
    }

    private static <T> Map<String, Supplier<T>> byComponent(
            StatusSnapshot snapshot, Function<ComponentState, T> document) {
        return snapshot.components().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                state -> state.component().id().value(),
                                state -> new Lazy<>(() -> document.apply(state))));
    }
}
