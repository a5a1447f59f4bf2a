package weservstatus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import weservstatus.check.Catalogue;
import weservstatus.check.Lack;
import weservstatus.config.Loaded;
import weservstatus.local.Environment;
import weservstatus.local.Monitor;
import weservstatus.local.Network;

/** Watches for good: probes on schedule, serves API and page on loopback. */
@Command(
        name = "run",
        description =
                "Makes one round at once, then one in each slot, and serves the status page on"
                        + " this machine.")
final class RunCommand implements Callable<Integer> {
    @Mixin private TargetOptions target = new TargetOptions();
    @Mixin private ServerOptions server = new ServerOptions();

    private final Surroundings surroundings;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Loaded.Valid file = target.loadAll(surroundings.home());
        Catalogue catalogue = file.catalogue();
        Serving serving = new Serving(surroundings);
        var settings =
                new Monitor.Settings(
                        server.port(),
                        server.data(surroundings.home(), "run"),
                        url -> catalogue,
                        watched -> Network.prober(watched.page(), surroundings.clock()),
                        server.adminHosts(),
                        server.proxies(),
                        file.connections(),
                        Environment.PROCESS);
        serving.say(watching(catalogue));
        Monitor.Running running = Monitor.start(settings, surroundings.clock(), serving.voice());
        return serving.untilClosed(running, running.monitor());
    }

    private static String watching(Catalogue catalogue) {
        int needOrigin = catalogue.off(Lack.ORIGIN).size();
        String off = needOrigin == 0 ? "" : " (" + needOrigin + " more need --origin)";
        return "watching "
                + catalogue.targets().getFirst().url()
                + " with "
                + catalogue.active().size()
                + " checks"
                + off;
    }
}
