package weservstatus.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import weservstatus.local.Demo;
import weservstatus.local.FaultScript;
import weservstatus.local.Network;

/** Shows in three minutes what the page looks like when things break and recover. */
@Command(
        name = "demo",
        description =
                "Serves the status page of a recorded image service whose faults follow a script"
                        + " of three minutes.")
final class DemoCommand implements Callable<Integer> {
    @Mixin private ServerOptions server = new ServerOptions();

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Serving serving = new Serving(surroundings);
        var settings =
                new Demo.Settings(
                        server.port(),
                        server.data(surroundings.home(), "demo"),
                        FaultScript.STANDARD,
                        catalogue -> Network.prober(catalogue.page(), surroundings.clock()));
        Demo demo = Demo.start(settings, surroundings.clock(), serving.voice());
        FaultScript.STANDARD
                .scenes()
                .forEach(scene -> serving.say(at(scene.from()) + " " + scene.fault().says()));
        return serving.untilClosed(demo.running(), demo);
    }

    private static String at(Duration from) {
        return "after %d:%02d".formatted(from.toMinutes(), from.toSecondsPart());
    }
}
