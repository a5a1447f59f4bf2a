package weservstatus.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.Budget;

/** Reads how many uncached requests an address may send: a number, or the word none. */
final class BudgetReader {
    private static final String NONE = "none";
    private static final int MOST = 100_000;
    private static final Predicate<String> NUMBER =
            Pattern.compile("[1-9]\\d{0,4}|" + MOST).asMatchPredicate();

    private BudgetReader() {}

    static Reader<Optional<Budget>> budgetOrNone() {
        return new Scalar<>(
                Set.of(Tag.INT, Tag.STR),
                BudgetReader::parse,
                new Refusal(
                        "is neither a whole number from 1 to " + MOST + " nor none",
                        "write 20, or none for an instance that nobody else uses"),
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("const", NONE),
                                Map.of("type", "integer", "minimum", 1, "maximum", MOST))));
    }

    private static Optional<Optional<Budget>> parse(String text) {
        if (text.equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        return NUMBER.test(text)
                ? Optional.of(Optional.of(new Budget(Integer.parseInt(text))))
                : Optional.empty();
    }
}
