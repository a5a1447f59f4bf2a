package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weservstatus.check.LocationId;

/** The functions of the home stack over ports in memory, each with its role in the template. */
record Home(Template template, InMemoryPorts ports, InstantSource clock) {
    private static final String HERE = "here";

    static Home of(Path folder, InMemoryPorts ports, InstantSource clock) throws Exception {
        List<String> source = List.of(Template.source("template.yaml"));
        return new Home(Template.of(source, folder).getFirst(), ports, clock);
    }

    Role role(String function) {
        return Role.of(template, function, HERE);
    }

    RequestStreamHandler handler(String function, Function<Wiring, RequestStreamHandler> made) {
        Settings settings = InMemoryPorts.settingsWithTopic(new LocationId(HERE));
        return made.apply(
                new Wiring(
                        settings,
                        clock,
                        new GuardedPorts(ports, role(function)),
                        name -> Optional.of(IntakeTest.TOKEN)));
    }
}
