package weservstatus.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private final Supplier<PublishedDocuments> unseen;

    PublishedDocuments(StatusSnapshot snapshot, Map<DocumentName, Rendered> whole) {
        this.snapshot = snapshot;
        this.whole = Map.copyOf(whole);
        this.days = byComponent(snapshot, DaysJson::of);
        this.hours = byComponent(snapshot, LatencyJson::of);
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

    private static Map<String, Supplier<Slices>> byComponent(
            StatusSnapshot snapshot, Function<ComponentState, Slices> slices) {
        return snapshot.components().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                state -> state.component().id().value(),
                                state -> new Lazy<>(() -> slices.apply(state))));
    }
}
