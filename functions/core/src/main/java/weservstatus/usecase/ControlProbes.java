package weservstatus.usecase;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Target;
import weservstatus.check.TargetId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;

/** Asks what must be known before anything is judged: can we see, and is the card in its place? */
final class ControlProbes {
    /** The card that every origin serves. */
    private static final String CARD = "/card.png";

    private final Catalogue catalogue;
    private final Prober prober;

    ControlProbes(Catalogue catalogue, Prober prober) {
        this.catalogue = catalogue;
        this.prober = prober;
    }

    /** All control probes of these checks, at once, each within {@code limit}. */
    Controls ask(Fan fan, List<Check> checks, Duration limit) {
        List<Target> targets =
                checks.stream().map(Check::target).distinct().map(catalogue::target).toList();
        Fan.Answer<ControlState> provider = fan.start(() -> control(catalogue.control(), limit));
        SortedMap<TargetId, Fan.Answer<ControlState>> asked = new TreeMap<>();
        for (Target target : targets) {
            asked.put(target.id(), fan.start(() -> control(card(target), limit)));
        }
        Duration patience = limit.plusSeconds(1);
        SortedMap<TargetId, ControlState> origins = new TreeMap<>();
        asked.forEach((id, answer) ->
                origins.put(id, answer.within(patience, why -> ControlState.FAILED)));
        return new Controls(provider.within(patience, why -> ControlState.FAILED), origins);
    }

    private static Optional<URI> card(Target target) {
        return target.origin().map(origin -> URI.create(origin + CARD));
    }

    private ControlState control(Optional<URI> url, Duration limit) {
        return url.map(address -> prober.control(address, limit)).orElse(ControlState.NONE);
    }
}
