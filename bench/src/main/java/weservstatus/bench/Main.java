package weservstatus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.bench.coldstart.ColdStart;
import weservstatus.bench.simulate.Simulations;

/** Runs the benches that are named and prints one Markdown table. */
public final class Main {
    private Main() {}

    /**
     * Names: {@code probe}, {@code api}, {@code catalogue}, {@code notices}, {@code start}, {@code
     * memory MINUTES}; none for all. {@code oracle [--seed N]}, {@code oracle-export N FOLDER} and
     * {@code coldstart [RUNS]} stand alone.
     */
    public static void main(String[] arguments)
            throws IOException, GeneralSecurityException, InterruptedException {
        Optional<Simulations> simulation = Simulations.of(List.of(arguments));
        if (simulation.isPresent()) {
            System.out.println("`" + simulation.get().command() + "`");
            simulation.get().run().forEach(System.out::println);
            return;
        }
        if (arguments.length > 0 && arguments[0].startsWith("oracle")) {
            oracle(List.of(arguments));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("coldstart")) {
            int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ColdStart.USUAL_RUNS;
            ColdStart.measure(runs).forEach(System.out::println);
            return;
        }
        List<String> names =
                arguments.length == 0
                        ? List.of("probe", "api", "catalogue", "notices", "memory", "15")
                        : List.of(arguments);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.addAll(
                    switch (names.get(i)) {
                        case "probe" -> ProbeCost.measure();
                        case "api" -> ApiLoad.measure();
                        case "catalogue" -> CatalogueCost.measure();
                        case "notices" -> NoticeCost.measure();
                        case "start" -> OneMachine.measure(0);
                        case "memory" -> OneMachine.measure(Integer.parseInt(names.get(++i)));
                        default -> throw new IllegalArgumentException("no bench " + names.get(i));
                    });
        }
        System.out.println(Row.HEAD);
        rows.forEach(System.out::println);
    }

    /** Its tables have other columns, so it runs alone. */
    private static void oracle(List<String> arguments) throws IOException {
        switch (arguments.getFirst()) {
            case "oracle" -> {
                boolean seeded = arguments.size() == 3 && arguments.get(1).equals("--seed");
                long seed = seeded ? Long.parseLong(arguments.get(2)) : OracleBench.USUAL_SEED;
                System.out.println(new OracleBench(seed).table());
            }
            case "oracle-export" ->
                    new OracleBench(Long.parseLong(arguments.get(1)))
                            .export(Path.of(arguments.get(2)));
            default -> throw new IllegalArgumentException("no bench " + arguments.getFirst());
        }
    }
}
