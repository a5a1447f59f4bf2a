package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import weservstatus.check.Catalogue;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.local.Fault;
import weservstatus.local.Monitor;
import weservstatus.local.Network;
import weservstatus.local.Recordings;
import weservstatus.local.Replay;
import weservstatus.local.Voice;

/**
 * The edition for one machine, all of it: it probes a recorded service, which breaks and heals when
 * a test says so, and serves what it finds.
 */
final class LiveSite implements AutoCloseable {
    private static final Path DEMO =
            Path.of(
                    System.getProperty("repository.root"),
                    "local/src/main/resources/demo/status.yaml");

    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final Replay replay;
    private final Monitor.Running running;

    /**
     * @param data an empty folder
     * @param more of {@code status.yaml}, behind what the demo has
     */
    LiveSite(Path data, String more) throws IOException {
        InstantSource clock = InstantSource.system();
        Loaded.Valid loaded = load(Files.readString(DEMO) + more);
        replay = Replay.start(Recordings.bundled(), fault::get, Replay.Tempo.AT_ONCE);
        Monitor.Settings settings =
                new Monitor.Settings(
                        0,
                        data,
                        url -> staged(loaded.catalogue(), url),
                        watched -> Network.prober(watched.page(), clock),
                        Set.of(),
                        List.of(),
                        loaded.connections(),
                        _ -> Optional.empty());
        running = Monitor.start(settings, clock, new Voice(_ -> {}, troubles::add));
    }

    private static Loaded.Valid load(String text) {
        return switch (StatusYaml.load("demo", text)) {
            case Loaded.Valid valid -> valid;
            case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
        };
    }

    private Catalogue staged(Catalogue catalogue, URI url) {
        Target target = catalogue.targets().getFirst();
        Target here = new Target(target.id(), replay.target(), Optional.of(replay.origin()));
        return catalogue.withPage(catalogue.page().at(url)).withTargets(List.of(here));
    }

    URI at(String path) {
        return running.url().resolve("/" + path);
    }

    /** From the next request on the service answers like this. */
    void play(Fault next) {
        fault.set(next);
    }

    @Override
    public void close() {
        running.monitor().close();
        replay.close();
        assertThat(troubles).isEmpty();
    }
}
