package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.MarkdownTable.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.observe.Round;

/** Runs every row of the tables in docs/verdict.md. */
class VerdictTablesTest {

    static List<Arguments> check() {
        return MarkdownTable.rows("check", 5);
    }

    static List<Arguments> component() {
        return MarkdownTable.rows("component", 4);
    }

    static List<Arguments> group() {
        return MarkdownTable.rows("group", 2);
    }

    static List<Arguments> page() {
        return MarkdownTable.rows("page", 7);
    }

    static List<Arguments> unrest() {
        return MarkdownTable.rows("unrest", 4);
    }

    static List<Arguments> hold() {
        return MarkdownTable.rows("hold", 5);
    }

    @ParameterizedTest
    @MethodSource("unrest")
    void weighsUpsAndDowns(String states, String percent, String stable, String unstable) {
        List<Boolean> out = states.chars().mapToObj(state -> state == 'o').toList();
        double ratio = Unrest.changeRatio(out);

        assertThat(String.format(Locale.ROOT, "%.1f", ratio * 100)).isEqualTo(percent);
        assertThat(Unrest.isUnstable(false, ratio)).isEqualTo(stable.equals("unstable"));
        assertThat(Unrest.isUnstable(true, ratio)).isEqualTo(unstable.equals("unstable"));
    }

    @ParameterizedTest
    @MethodSource("hold")
    void holdsOnToAnOutageThatIsNotOver(
            String seen, String held, String before, String status, String headline) {
        PageRule.Outcome outcome =
                PageRule.hold(outcome(seen), outcome(held), statuses(before).stream().findFirst());

        assertThat(outcome).isEqualTo(outcome(status + " " + headline));
    }

    private static PageRule.Outcome outcome(String words) {
        String[] parts = words.split(" ", -1);
        Headline headline =
                Arrays.stream(Headline.values())
                        .filter(value -> value.label().equals(parts[1]))
                        .findFirst()
                        .orElseThrow();
        return new PageRule.Outcome(statuses(parts[0]).getFirst(), headline);
    }

    @ParameterizedTest
    @MethodSource("check")
    void decidesTheStateOfACheck(
            String places, String observations, String at, String state, String since) {
        Catalogue catalogue =
                Scene.at(places.toLowerCase(Locale.ROOT).split(" ", -1))
                        .component("all")
                        .vital("it", CachePath.MISS)
                        .catalogue();

        Verdict verdict =
                Verdicts.decide(
                        catalogue, rounds(observations), Scene.second(Integer.parseInt(at)));

        CheckVerdict check = verdict.checks().getFirst();
        assertThat(check.state().label()).isEqualTo(state);
        assertThat(check.since())
                .isEqualTo(
                        Optional.of(since)
                                .filter(text -> !text.isEmpty())
                                .map(Integer::parseInt)
                                .map(Scene::second));
    }

    private static List<Round> rounds(String observations) {
        List<Round> rounds = new ArrayList<>();
        for (String observation : words(observations)) {
            String[] parts = observation.split(" ", -1);
            boolean confirm = parts[1].endsWith("+");
            int second = Integer.parseInt(parts[1].replace("+", ""));
            rounds.add(
                    Scene.round(
                            parts[0].toLowerCase(Locale.ROOT),
                            second,
                            confirm ? rounds.size() : 0,
                            Scene.seen("it", second, parts[2])));
        }
        return rounds;
    }

    @ParameterizedTest
    @MethodSource("component")
    void decidesTheStatusOfAComponent(String vital, String others, String status, String why) {
        List<CheckFact> facts = new ArrayList<>();
        words(vital).forEach(word -> facts.add(fact(true, word)));
        words(others).forEach(word -> facts.add(fact(false, word)));

        assertThat(ComponentRule.decide(facts).label()).as(why).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("group")
    void decidesTheStatusOfAGroup(String members, String status) {
        assertThat(GroupRule.decide(statuses(members)).label()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("page")
    void decidesTheStatusOfThePage(
            String vital,
            String others,
            String made,
            String cached,
            String locations,
            String status,
            String headline) {
        String[] seeing = locations.split(" of ", -1);
        boolean enough = Integer.parseInt(seeing[0]) >= Terms.quorum(Integer.parseInt(seeing[1]));

        PageRule.Outcome outcome =
                PageRule.decide(
                        new PageFacts(
                                statuses(vital),
                                statuses(others),
                                pictures(made),
                                pictures(cached),
                                enough));

        assertThat(outcome.status().label()).isEqualTo(status);
        assertThat(outcome.headline().label()).isEqualTo(headline);
    }

    private static List<ComponentStatus> statuses(String cell) {
        return words(cell).stream()
                .flatMap(word -> Stream.of(ComponentStatus.values()).filter(named(word)))
                .toList();
    }

    private static java.util.function.Predicate<ComponentStatus> named(String word) {
        assertThat(ComponentStatus.values()).extracting(ComponentStatus::label).contains(word);
        return status -> status.label().equals(word);
    }

    private static List<CheckFact> pictures(String cell) {
        return words(cell).stream().map(word -> fact(true, word)).toList();
    }

    private static CheckFact fact(boolean vital, String word) {
        return new CheckFact(vital, state(word.replace("+", "")), word.endsWith("+"));
    }

    private static CheckState state(String word) {
        return Arrays.stream(CheckState.values())
                .filter(state -> state.label().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
