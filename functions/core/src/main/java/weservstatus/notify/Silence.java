package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import weservstatus.check.ComponentId;

/**
 * Nothing is told of these components until then, on any channel; the page goes on to show all.
 *
 * @param id unique among silences
 * @param components empty for all
 * @param reason why, for whoever wonders
 * @param by who asked for it
 */
public record Silence(
        String id, Set<ComponentId> components, Instant until, String reason, String by) {
    public Silence {
        components = Set.copyOf(components);
    }

    private boolean covers(ComponentId component) {
        return components.isEmpty() || components.contains(component);
    }

    /** Whether every component of the notice is silenced; one without components only by all. */
    static boolean cover(List<Silence> silences, Notice notice, Instant now) {
        List<Silence> lasting =
                silences.stream().filter(silence -> now.isBefore(silence.until())).toList();
        return notice.parts().isEmpty()
                ? lasting.stream().anyMatch(silence -> silence.components().isEmpty())
                : notice.components().stream()
                        .allMatch(
                                part -> lasting.stream().anyMatch(silence -> silence.covers(part)));
    }
}
