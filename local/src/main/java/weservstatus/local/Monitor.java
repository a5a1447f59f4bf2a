package weservstatus.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.api.Router;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.config.Connections;
import weservstatus.document.PublishedDocuments;
import weservstatus.image.Oracle;
import weservstatus.store.CalibrationStore;
import weservstatus.store.EvidenceStore;
import weservstatus.store.ProofStore;
import weservstatus.text.AddressBlock;
import weservstatus.usecase.BlobEvidence;
import weservstatus.usecase.BlobProofs;
import weservstatus.usecase.CalibratedProber;
import weservstatus.usecase.Keepers;
import weservstatus.usecase.ProbeRound;
import weservstatus.usecase.ProbeStores;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.RollUp;

/**
 * The whole one-machine edition: probes on schedule, keeps everything in one folder, serves API and
 * page on loopback. Runs until closed.
 */
public final class Monitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * What it is told from outside.
     *
     * @param port 0 for a free one
     * @param data folder, created where there is none
     * @param catalogue what to watch, given the URL of the page
     * @param prober asks what the catalogue says
     * @param adminHosts names under which administrators are let in through a proxy
     * @param proxies whose word for whom they were asked by is believed
     * @param connections who is told, and who may call
     * @param environment the value of a variable, nothing where it is not set
     */
    public record Settings(
            int port,
            Path data,
            Function<URI, Catalogue> catalogue,
            Function<Catalogue, Prober> prober,
            Set<String> adminHosts,
            List<AddressBlock> proxies,
            Connections connections,
            Function<String, Optional<String>> environment) {
        /** Administrators come over loopback alone, and nobody is told. */
        public Settings(
                int port,
                Path data,
                Function<URI, Catalogue> catalogue,
                Function<Catalogue, Prober> prober) {
            this(
                    port,
                    data,
                    catalogue,
                    prober,
                    Set.of(),
                    List.of(),
                    Connections.NONE,
                    Environment.PROCESS);
        }
    }

    private final InstantSource clock;
    private final Voice voice;
    private final Parts parts;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Doors doors = new Doors();
    private final AtomicReference<URI> page =
            new AtomicReference<>(URI.create("http://localhost/"));
    private final AtomicReference<Runnable> changed = new AtomicReference<>(() -> {});
    private final AtomicReference<Supplier<Optional<PublishedDocuments>>> documents =
            new AtomicReference<>(Optional::empty);

    private Monitor(InstantSource clock, Voice voice) {
        this.clock = clock;
        this.voice = voice;
        this.parts = new Parts(voice.troubles());
    }

    /** A monitor that runs, and where its page is to be found. */
    public record Running(Monitor monitor, URI url) {}

    /**
     * Starts everything; the first round is under way when this returns.
     *
     * @throws PortTaken when the port cannot be had
     * @throws DataFolderTaken when the folder cannot be had
     */
    public static Running start(Settings settings, InstantSource clock, Voice voice) {
        Monitor monitor = new Monitor(clock, voice);
        try {
            return new Running(monitor, monitor.open(settings));
        } catch (RuntimeException e) {
            monitor.close();
            throw e;
        }
    }

    /** Waits until somebody closes it. */
    public void await() throws InterruptedException {
        end.await();
    }

    /** Ends a round that is under way; what was stored stays. Closing again does nothing. */
    @Override
    public void close() {
        parts.close();
        end.countDown();
    }

    private URI open(Settings settings) {
        DataFolder data = parts.add(DataFolder.open(settings.data()));
        FolderBlobs blobs = data.blobs();
        SqliteTable table = parts.add(SqliteTable.open(data.database(), clock));
        Router router = new Router(() -> documents.get().get(), table, blobs, clock);
        Server server =
                parts.add(
                        Server.start(
                                settings.port(),
                                request -> answer(request, router),
                                SiteFiles.bundled(page::get),
                                voice.troubles()));
        Catalogue catalogue =
                Connected.offering(
                        settings.catalogue().apply(server.url()), settings.connections());
        page.set(catalogue.page().url());
        Connected connected = new Connected(settings, catalogue, table, clock);
        doors.open(connected.doors(blobs));
        ReviewStores stores = ReviewStores.over(table, blobs, voice.troubles());
        EvidenceStore evidence = new EvidenceStore(blobs);
        Tidings tidings = new Tidings(voice.notes());
        RollUp rollUp = new RollUp(catalogue, stores, clock);
        Reviews reviews =
                new Reviews(
                        new Review(catalogue, stores, tidings, clock),
                        new Published(stores.snapshots()),
                        now -> {
                            rollUp.run(now);
                            table.purge();
                            evidence.purge(clock.instant());
                        },
                        tidings);
        documents.set(reviews);
        ProbeStores probing = ProbeStores.over(table, voice.troubles());
        LocationId here = catalogue.locations().getFirst().id();
        Prober prober =
                new CalibratedProber(
                        settings.prober().apply(catalogue),
                        new CalibrationStore(table, here),
                        clock);
        ProbeRound rounds =
                new ProbeRound(catalogue, here, prober, probing, keepers(catalogue, blobs), clock);
        schedule(
                catalogue,
                new Rounds(
                        here,
                        probing.rounds(),
                        rounds,
                        now -> reviews.run(here, now),
                        tell(connected, evidence)));
        return server.url();
    }

    /** Starts what tells others; what it returns hears of each complete round. */
    private Runnable tell(Connected connected, EvidenceStore evidence) {
        Outgoing outgoing =
                parts.add(new Outgoing(connected.deliver(evidence)::run, clock, voice.troubles()));
        changed.set(outgoing::call);
        Heart heart = parts.add(connected.heart(voice));
        heart.begin();
        return () -> {
            outgoing.call();
            heart.run();
        };
    }

    /** Whoever changes something may have left a message for others. */
    private Response answer(Request request, Router router) {
        Response response = doors.answer(request).orElseGet(() -> router.handle(request));
        if (!request.method().equals("GET")) {
            changed.get().run();
        }
        return response;
    }

    /** Pictures are made on a thread of its own, so that no review waits for one. */
    private Keepers keepers(Catalogue catalogue, FolderBlobs blobs) {
        ExecutorService executor =
                parts.add(
                        Executors.newSingleThreadExecutor(
                                Thread.ofPlatform().name("evidence").daemon().factory()));
        Oracle oracle = new Oracle();
        return new Keepers(
                new BlobEvidence(
                        catalogue,
                        new EvidenceStore(blobs),
                        new BlobEvidence.Making(oracle::difference, executor, voice.troubles())),
                new BlobProofs(
                        catalogue,
                        catalogue.locations().getFirst().id(),
                        new ProofStore(blobs),
                        new BlobProofs.Making(oracle::proof, executor, voice.troubles())));
    }

    private void schedule(Catalogue catalogue, Rounds rounds) {
        Scheduler scheduler =
                new Scheduler(catalogue.pace(), rounds, Timeline.system(clock), voice.troubles());
        Thread thread =
                Thread.ofPlatform()
                        .name("scheduler")
                        .uncaughtExceptionHandler((dead, e) -> voice.troubles().accept(e))
                        .start(scheduler);
        parts.add((AutoCloseable) () -> stop(thread));
    }

    private static void stop(Thread scheduler) throws InterruptedException {
        scheduler.interrupt();
        scheduler.join(PATIENCE);
    }
}
