package weservstatus.bench.simulate;

import java.util.List;
import java.util.Optional;

/** The command line of the simulations: {@code NAME [--seed N] [--quick]}. */
public record Simulations(String name, long seed, boolean quick) {

    private static final List<String> NAMES = List.of("detection", "counting", "peers");
    private static final long STANDARD_SEED = 1;

    /** Absent when the arguments name no simulation. */
    public static Optional<Simulations> of(List<String> arguments) {
        if (arguments.isEmpty() || !NAMES.contains(arguments.getFirst())) {
            return Optional.empty();
        }
        long seed = STANDARD_SEED;
        boolean quick = false;
        for (int i = 1; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> quick = true;
                case "--seed" -> seed = seed(arguments, ++i);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + arguments.get(i) + "; there are --seed N, --quick");
            }
        }
        return Optional.of(new Simulations(arguments.getFirst(), seed, quick));
    }

    private static long seed(List<String> arguments, int at) {
        try {
            return Long.parseLong(arguments.get(at));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("--seed needs a whole number", e);
        }
    }

    /** Runs it and returns its tables, as lines of Markdown. */
    public List<String> run() {
        return switch (name) {
            case "detection" -> Detection.tables(seed, quick);
            case "counting" -> Counting.tables(seed, quick);
            default -> Comparison.tables(seed, quick);
        };
    }

    /** The command that repeats it. */
    public String command() {
        return "bench/run " + name + " --seed " + seed + (quick ? " --quick" : "");
    }
}
