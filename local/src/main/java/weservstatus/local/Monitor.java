package weservstatus.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import weservstatus.api.Router;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.document.PublishedDocuments;
import weservstatus.usecase.ProbeRound;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.StatusChange;

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
     */
    public record Settings(int port, Path data, Function<URI, Catalogue> catalogue) {}

    private final InstantSource clock;
    private final Voice voice;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final AtomicReference<Optional<PublishedDocuments>> documents =
            new AtomicReference<>(Optional.empty());
    private final AtomicBoolean reviewed = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private final URI url;

    private Monitor(
            Settings settings,
            Function<Catalogue, Prober> prober,
            InstantSource clock,
            Voice voice) {
        this.clock = clock;
        this.voice = voice;
        DataFolder data = opened(DataFolder.open(settings.data()));
        Router router = new Router(documents::get, clock);
        Server server =
                opened(
                        Server.start(
                                settings.port(),
                                router::handle,
                                SiteFiles.bundled(),
                                voice.troubles()));
        this.url = server.url();
        SqliteTable table = opened(SqliteTable.open(data.database(), clock));
        ReviewStores stores = ReviewStores.over(table, new FolderBlobs(data.blobs()));
        schedule(settings.catalogue().apply(url), prober, stores, table::purge);
    }

    /**
     * Starts everything; the first round is under way when this returns.
     *
     * @throws PortTaken when the port cannot be had
     * @throws DataFolderTaken when the folder cannot be had
     */
    public static Monitor start(
            Settings settings,
            Function<Catalogue, Prober> prober,
            InstantSource clock,
            Voice voice) {
        return new Monitor(settings, prober, clock, voice);
    }

    /** Where the page is to be found. */
    public URI url() {
        return url;
    }

    /** Waits until somebody closes it. */
    public void await() throws InterruptedException {
        end.await();
    }

    /** Ends a round that is under way; what was stored stays. Closing again does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        while (!open.isEmpty()) {
            close(open.pop());
        }
        end.countDown();
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            voice.troubles().accept(e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void schedule(
            Catalogue catalogue,
            Function<Catalogue, Prober> prober,
            ReviewStores stores,
            Runnable purge) {
        LocationId here = catalogue.locations().getFirst().id();
        Published published = new Published(stores.snapshots());
        documents.set(published.get());
        Rounds rounds =
                new Rounds(
                        here,
                        stores.rounds(),
                        new ProbeRound(catalogue, here, prober.apply(catalogue), stores.rounds(), clock),
                        new Review(catalogue, stores, this::tell, clock),
                        outcome -> reviewed(outcome, published),
                        purge);
        Scheduler scheduler =
                new Scheduler(catalogue.pace(), rounds, Timeline.system(clock), voice.troubles());
        Thread thread =
                Thread.ofPlatform()
                        .name("scheduler")
                        .uncaughtExceptionHandler((dead, e) -> voice.troubles().accept(e))
                        .start(scheduler);
        opened((AutoCloseable) () -> stop(thread));
    }

    private void stop(Thread scheduler) throws InterruptedException {
        scheduler.interrupt();
        scheduler.join(PATIENCE);
    }

    private void reviewed(Review.Outcome outcome, Published published) {
        documents.set(published.get());
        if (!reviewed.getAndSet(true)) {
            say("first result: " + outcome.snapshot().status().label());
        }
    }

    private void tell(StatusChange change) {
        say(change.before().label() + " → " + change.snapshot().status().label());
    }

    private void say(String what) {
        voice.notes().accept(what);
    }
}
