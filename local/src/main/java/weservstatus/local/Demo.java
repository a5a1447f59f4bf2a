package weservstatus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.check.Catalogue;
import weservstatus.check.Page;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.usecase.Prober;

/**
 * The monitor on its own stage: watches the bundled replay, which plays a script of faults, by the
 * rules that watch a real service. Only the pace is quicker.
 */
public final class Demo implements AutoCloseable {
    private static final String CONFIGURATION = "/demo/status.yaml";

    /**
     * What it is told from outside.
     *
     * @param port of the page, 0 for a free one
     * @param data folder, created where there is none
     * @param script which fault is played when
     * @param prober asks what the catalogue says
     */
    public record Settings(
            int port, Path data, FaultScript script, Function<Catalogue, Prober> prober) {}

    private final Replay replay;
    private final Monitor.Running running;

    private Demo(Replay replay, Monitor.Running running) {
        this.replay = replay;
        this.running = running;
    }

    /**
     * Starts the replay and the monitor.
     *
     * @throws PortTaken when the port cannot be had
     * @throws DataFolderTaken when the folder cannot be had
     */
    public static Demo start(Settings settings, InstantSource clock, Voice voice) {
        Instant start = clock.instant();
        FaultScript script = settings.script();
        Replay replay =
                Replay.start(
                        Recordings.bundled(),
                        () -> script.at(Duration.between(start, clock.instant())),
                        Replay.Tempo.AS_RECORDED);
        try {
            var monitor =
                    new Monitor.Settings(
                            settings.port(),
                            settings.data(),
                            url -> catalogue(url, replay),
                            settings.prober());
            return new Demo(replay, Monitor.start(monitor, clock, voice));
        } catch (RuntimeException e) {
            replay.close();
            throw e;
        }
    }

    public Monitor.Running running() {
        return running;
    }

    public Replay replay() {
        return replay;
    }

    @Override
    public void close() {
        running.monitor().close();
        replay.close();
    }

    private static Catalogue catalogue(URI url, Replay replay) {
        return switch (StatusYaml.load("demo/status.yaml", configuration())) {
            case Loaded.Valid(var catalogue, var _) -> staged(catalogue, url, replay);
            case Loaded.Invalid(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    private static Catalogue staged(Catalogue bundled, URI url, Replay replay) {
        Page page = bundled.page();
        Target target = bundled.targets().getFirst();
        Target here = new Target(target.id(), replay.target(), Optional.of(replay.origin()));
        return new Catalogue(
                page.at(url),
                bundled.pace(),
                bundled.locations(),
                List.of(here),
                Optional.empty(),
                bundled.groups(),
                bundled.components(),
                bundled.checks(),
                bundled.objectives());
    }

    private static String configuration() {
        try (InputStream stream =
                Objects.requireNonNull(Demo.class.getResourceAsStream(CONFIGURATION))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
