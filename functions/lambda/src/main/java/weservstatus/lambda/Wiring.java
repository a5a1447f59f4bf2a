package weservstatus.lambda;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Puts each function together out of what it uses, and nothing else. */
final class Wiring {
    private final Settings settings;
    private final InstantSource clock;
    private final Ports ports;
    private final Function<String, Optional<String>> environment;

    /**
     * @param environment the value of a variable, nothing where it is not set
     */
    Wiring(
            Settings settings,
            InstantSource clock,
            Ports ports,
            Function<String, Optional<String>> environment) {
        this.settings = settings;
        this.clock = clock;
        this.ports = ports;
        this.environment = environment;
    }

    /** For production: the function's environment and the machine's clock. */
    static Wiring ofEnvironment() {
        Settings settings = Settings.from(System.getenv());
        InstantSource clock = InstantSource.system();
        return new Wiring(
                settings,
                clock,
                new AwsPorts(settings, clock),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    ProbeRuns probe() {
        return new ProbeRuns(settings.location(), configuration(false), ports, clock);
    }

    StreamReview review() {
        return new StreamReview(configuration(true), ports, clock);
    }

    StatusApi statusApi() {
        return new StatusApi(ports, clock);
    }

    Intake intake() {
        return new Intake(configuration(false), environment, ports, clock);
    }

    /** One of the functions keeps what is valid for all; the others may not write there. */
    private Configuration configuration(boolean keeps) {
        return new Configuration(
                ports.blobs(), keeps, fault -> ports.log(LogLine.refused(clock.instant(), fault)));
    }
}
