package weservstatus.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.check.Page;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.store.CalibrationStore;
import weservstatus.store.EvidenceStore;
import weservstatus.store.ProofStore;
import weservstatus.time.Slot;
import weservstatus.usecase.BlobEvidence;
import weservstatus.usecase.BlobProofs;
import weservstatus.usecase.CalibratedProber;
import weservstatus.usecase.Keepers;
import weservstatus.usecase.Neighbours;
import weservstatus.usecase.ProbeRound;
import weservstatus.usecase.ProbeStores;
import weservstatus.usecase.Prober;

/**
 * One round for each slot that the scheduler names, and one for each order to ask again. A repeat
 * of an event neither probes nor stores; a scheduled one that comes after its slot is recorded as
 * missed, since what would be seen now belongs to another slot.
 */
final class ProbeRuns {
    /** What became of an event. */
    enum Deed {
        PROBED,
        CONFIRMED,
        REPEATED,
        MISSED
    }

    /** In one slot of so many it is listened whether the other places are alive. */
    private static final int LISTENS = 5;

    private final LocationId location;
    private final Configuration configuration;
    private final ProbeStores stores;
    private final EvidenceStore evidence;
    private final Ports ports;
    private final InstantSource clock;
    private Optional<Named> named = Optional.empty();

    private record Named(Page page, Prober prober) {}

    private Optional<Shown> shown = Optional.empty();

    private record Shown(Catalogue catalogue, BlobProofs proofs) {}

    ProbeRuns(LocationId location, Configuration configuration, Ports ports, InstantSource clock) {
        this.location = location;
        this.configuration = configuration;
        this.ports = ports;
        this.clock = clock;
        this.stores = ProbeStores.over(ports.table(), this::troubled);
        this.evidence = new EvidenceStore(ports.blobs());
    }

    /** What became of an event, and what was seen. */
    private record Done(Deed deed, Slot slot, Optional<Round> round) {}

    /** Returns the line that it logs; an error is logged too, and leaves. */
    String run(ProbeEvent event, String requestId) {
        try {
            return line(event, requestId);
        } catch (RuntimeException e) {
            ports.log(LogLine.failed(clock.instant(), requestId, e));
            throw e;
        }
    }

    private String line(ProbeEvent event, String requestId) {
        Instant started = clock.instant();
        Catalogue catalogue = configuration.currentFor(location);
        Done done =
                switch (event) {
                    case ProbeEvent.Scheduled(var time) -> scheduled(catalogue, time, started);
                    case ProbeEvent.Confirm order -> confirmed(catalogue, order);
                };
        LogLine line =
                LogLine.ofRun("probe", requestId, started, clock.instant())
                        .with("configuration", configuration.version())
                        .with("deed", done.deed().name().toLowerCase(Locale.ROOT))
                        .with("location", location.value())
                        .with("slot", done.slot().start().toString());
        done.round().ifPresent(made -> counts(made, line));
        ports.log(line.text());
        return line.text();
    }

    /** Both kinds of event: one that comes too late, and an order to ask again. */
    void rehearse(String requestId) {
        Catalogue catalogue = configuration.currentFor(location);
        Instant now = clock.instant();
        run(new ProbeEvent.Scheduled(now.minus(Duration.ofHours(1))), requestId);
        run(new ProbeEvent.Confirm(now, 1, Rehearsal.some(catalogue)), requestId);
    }

    private Done scheduled(Catalogue catalogue, Instant time, Instant now) {
        Slot slot = Slot.containing(time, catalogue.pace().round());
        boolean late = !now.isBefore(slot.end());
        Round round = late ? rounds(catalogue).missed(slot) : rounds(catalogue).run(slot);
        if (round.started().isBefore(now)) {
            return new Done(Deed.REPEATED, slot, Optional.empty());
        }
        if (isToListen(slot)) {
            new Neighbours(catalogue, location, stores.rounds())
                    .silent(clock.instant())
                    .forEach(silent -> ports.log(LogLine.silent(clock.instant(), silent.value())));
        }
        return new Done(late ? Deed.MISSED : Deed.PROBED, slot, Optional.of(round));
    }

    private static boolean isToListen(Slot slot) {
        long number = slot.start().getEpochSecond() / Math.max(1, slot.length().toSeconds());
        return number % LISTENS == 0;
    }

    private Done confirmed(Catalogue catalogue, ProbeEvent.Confirm order) {
        Slot slot = Slot.containing(order.slot(), catalogue.pace().round());
        Round round = rounds(catalogue).confirm(slot, order.number(), order.checks());
        return new Done(Deed.CONFIRMED, slot, Optional.of(round));
    }

    private ProbeRound rounds(Catalogue catalogue) {
        return new ProbeRound(
                catalogue, location, prober(catalogue.page()), stores, keepers(catalogue), clock);
    }

    /** The round is stored by then, so that the review works while pictures are made. */
    private Keepers keepers(Catalogue catalogue) {
        var making = new BlobEvidence.Making(ports::difference, Runnable::run, this::troubled);
        return new Keepers(new BlobEvidence(catalogue, evidence, making), proofs(catalogue));
    }

    /** Kept between runs, for it knows what it kept. */
    private BlobProofs proofs(Catalogue catalogue) {
        Shown kept =
                shown.filter(last -> last.catalogue().equals(catalogue))
                        .orElseGet(() ->
                                new Shown(
                                        catalogue,
                                        new BlobProofs(
                                                catalogue,
                                                location,
                                                new ProofStore(ports.blobs()),
                                                new BlobProofs.Making(
                                                        ports::proof,
                                                        Runnable::run,
                                                        this::troubled))));
        shown = Optional.of(kept);
        return kept.proofs();
    }

    private void troubled(Throwable trouble) {
        ports.log(LogLine.trouble(clock.instant(), trouble.toString()));
    }

    /** Kept between runs, for it is warm then. */
    private Prober prober(Page page) {
        Named kept =
                named.filter(last -> last.page().equals(page))
                        .orElseGet(() -> new Named(page, calibrated(ports.prober(page))));
        named = Optional.of(kept);
        return kept.prober();
    }

    private Prober calibrated(Prober prober) {
        return new CalibratedProber(prober, new CalibrationStore(ports.table(), location), clock);
    }

    private static void counts(Round round, LogLine line) {
        line.with("checks", round.observations().size());
        for (Result result : Result.values()) {
            long count = round.observations().stream().filter(o -> o.result() == result).count();
            if (count > 0) {
                line.with(result.label(), count);
            }
        }
    }
}
