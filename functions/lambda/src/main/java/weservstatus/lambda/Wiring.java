package weservstatus.lambda;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import weservstatus.notify.SecretName;

/** Puts each function together out of what it uses, and nothing else. */
final class Wiring {
    private static final int ID = 12;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

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
        return ofEnvironment(AwsPorts::new);
    }

    /** For rehearsals: reads as in production, and changes nothing. */
    static Wiring onStage() {
        return ofEnvironment(Stage::new);
    }

    private static Wiring ofEnvironment(BiFunction<Settings, InstantSource, Ports> ports) {
        Settings settings = Settings.from(System.getenv());
        InstantSource clock = InstantSource.system();
        return new Wiring(
                settings,
                clock,
                ports.apply(settings, clock),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    ProbeRuns probe() {
        return new ProbeRuns(settings.location(), configuration(false), ports, clock);
    }

    StreamReview review() {
        return new StreamReview(configuration(true), ports, clock);
    }

    HourlyRun rollUp() {
        return new HourlyRun(configuration(false), ports, clock);
    }

    Notification notification() {
        return new Notification(configuration(false), settings.topic(), key(), ports, clock);
    }

    StatusApi statusApi() {
        return new StatusApi(ports, clock);
    }

    AdminApi adminApi() {
        return new AdminApi(configuration(false), ports, clock);
    }

    Intake intake() {
        return new Intake(
                configuration(false),
                new Intake.Means(
                        this::token,
                        key(),
                        new Callers(settings.stackId(), settings.table()),
                        randomIds()),
                ports,
                clock);
    }

    /** A variable of the function, or else the stack's secret of that name. */
    private Optional<String> token(String name) {
        return environment
                .apply(name)
                .or(() ->
                        SecretName.isValid(name)
                                ? ports.secrets().find(new SecretName(name))
                                : Optional.empty());
    }

    private SubscriptionKey key() {
        return new SubscriptionKey(ports.secrets());
    }

    private static Supplier<String> randomIds() {
        SecureRandom random = new SecureRandom();
        return () ->
                random.ints(ID, 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString();
    }

    /** One of the functions keeps what is valid for all; the others may not write there. */
    private Configuration configuration(boolean keeps) {
        return new Configuration(
                ports.blobs(),
                keeps,
                clock,
                fault -> ports.log(LogLine.refused(clock.instant(), fault)));
    }
}
