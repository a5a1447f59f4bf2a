package weservstatus.lambda;

import java.time.InstantSource;

/** Puts each function together out of what it uses, and nothing else. */
final class Wiring {
    private final Settings settings;
    private final InstantSource clock;
    private final Ports ports;

    Wiring(Settings settings, InstantSource clock, Ports ports) {
        this.settings = settings;
        this.clock = clock;
        this.ports = ports;
    }

    /** For production: the function's environment and the machine's clock. */
    static Wiring ofEnvironment() {
        Settings settings = Settings.from(System.getenv());
        InstantSource clock = InstantSource.system();
        return new Wiring(settings, clock, new AwsPorts(settings, clock));
    }

    ScheduledProbe probe() {
        return new ScheduledProbe(settings.location(), configuration(), ports, clock);
    }

    StreamReview review() {
        return new StreamReview(configuration(), ports, clock);
    }

    StatusApi statusApi() {
        return new StatusApi(ports, clock);
    }

    private Configuration configuration() {
        return new Configuration(
                ports.blobs(), fault -> ports.log(LogLine.trouble(clock.instant(), fault)));
    }
}
