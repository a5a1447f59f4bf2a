package weservstatus.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.config.Loaded;
import weservstatus.config.Overrides;
import weservstatus.config.StatusYaml;
import weservstatus.image.Oracle;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.probe.NetworkProber;
import weservstatus.time.Slot;
import weservstatus.usecase.Look;
import weservstatus.usecase.Prober;

/**
 * Full rounds of {@value #CHECKS} checks of a {@code status.yaml} against a replay, warm: processor
 * time and allocation of this whole process, then where they went. Where the file has fewer checks,
 * the first of them are asked again in the same round.
 */
final class CatalogueRounds {
    private static final int CHECKS = 60;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 40;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Look look;
    private final List<Check> checks;
    private Slot slot = Slot.containing(Instant.now(), MINUTE);

    private CatalogueRounds(Catalogue catalogue) {
        Oracle oracle = new Oracle();
        InstantSource clock = InstantSource.system();
        NetworkProber prober =
                NetworkProber.inTheNameOf(catalogue.page(), clock, oracle::judge, oracle::compare);
        this.look =
                new Look(
                        catalogue,
                        catalogue.locations().getFirst().id(),
                        Prober.of(prober::probe, prober::control),
                        clock);
        this.checks = answered(catalogue.active());
    }

    /** Arguments: the file, the replay's target, its origin. */
    public static void main(String[] arguments) throws IOException {
        Catalogue catalogue = catalogue(arguments[0], arguments[1], arguments[2]);
        CatalogueRounds rounds = new CatalogueRounds(catalogue);
        rounds.run(WARM_UP);
        print("one full round of " + CHECKS + " checks, warm", rounds.cost());
        Profile.of(() -> rounds.run(ROUNDS)).figures().forEach(CatalogueRounds::print);
        System.out.println("end");
    }

    private static void print(String what, String measured) {
        System.out.println("figure\t" + what + "\t" + measured);
    }

    /** The checks that the recording answers as expected. */
    private List<Check> answered(List<Check> active) {
        Round round = round(active);
        List<Check> known =
                active.stream()
                        .filter(check ->
                                round.of(check.id())
                                        .map(Observation::result)
                                        .filter(result -> result.isGood())
                                        .isPresent())
                        .toList();
        if (2 * known.size() < CHECKS) {
            throw new IllegalStateException(
                    "the recording answers %d of the %d checks as expected, too few for %d"
                            .formatted(known.size(), active.size(), CHECKS));
        }
        return known.subList(0, Math.min(CHECKS, known.size()));
    }

    private void run(int rounds) {
        for (int i = 0; i < rounds; i++) {
            requireGood(round(checks));
            if (checks.size() < CHECKS) {
                requireGood(round(checks.subList(0, CHECKS - checks.size())));
            }
        }
    }

    private static void requireGood(Round round) {
        Optional<Observation> bad =
                round.observations().stream().filter(o -> !o.result().isGood()).findFirst();
        if (bad.isPresent()) {
            throw new IllegalStateException("an honest answer failed: " + bad.get());
        }
    }

    private Round round(List<Check> asked) {
        slot = slot.next();
        return look.at(slot, 0, asked, (check, attempt, observation) -> {});
    }

    private String cost() {
        long cpu = cpuNanos();
        long allocated = allocatedBytes();
        run(ROUNDS);
        return String.format(
                Locale.ROOT,
                "%.0f ms CPU, %.0f MB allocated",
                (cpuNanos() - cpu) / 1e6 / ROUNDS,
                (allocatedBytes() - allocated) / 1e6 / ROUNDS);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    private static Catalogue catalogue(String file, String target, String origin)
            throws IOException {
        return switch (StatusYaml.load(file, Files.readString(Path.of(file)))) {
            case Loaded.Valid(var shipped, var _) -> at(shipped, target, origin);
            case Loaded.Invalid(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    private static Catalogue at(Catalogue shipped, String target, String origin) {
        Overrides overrides =
                new Overrides(Optional.of(target), Optional.of(origin), Optional.of("none"));
        return switch (overrides.apply(
                shipped, host -> URI.create(target).getHost().equals(host))) {
            case Overrides.Outcome.Applied(var changed) -> changed;
            case Overrides.Outcome.Refused(var faults) ->
                    throw new IllegalStateException(faults.toString());
        };
    }
}
