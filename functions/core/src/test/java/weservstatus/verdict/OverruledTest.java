package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.verdict.ComponentOverride.Speaker;

/** Runs each row of the tables of section 11 in docs/verdict.md. */
class OverruledTest {
    private static final Instant NOW = Scene.second(200);
    private static final ComponentId PICTURES = new ComponentId("pictures");
    private static final ComponentId EXTRA = new ComponentId("extra");
    private static final Catalogue CATALOGUE =
            Scene.at("here")
                    .component("pictures")
                    .vital("made", CachePath.MISS)
                    .vital("kept", CachePath.HIT)
                    .component("extra")
                    .other("one", Duration.ofMinutes(1))
                    .other("two", Duration.ofMinutes(1))
                    .catalogue();

    static List<Arguments> overruled() {
        return MarkdownTable.rows("overruled", 4);
    }

    static List<Arguments> pages() {
        return MarkdownTable.rows("overruled-page", 5);
    }

    @ParameterizedTest
    @MethodSource("overruled")
    void decidesWhatAComponentIs(String judged, String person, String alerts, String shown) {
        List<ComponentOverride> said =
                Stream.concat(
                                words(alerts).map(word -> said(PICTURES, word, Speaker.ALERT)),
                                words(person).map(word -> said(PICTURES, word, Speaker.PERSON)))
                        .toList();

        Optional<ComponentStatus> decided =
                Overruled.decide(status(judged), said).map(ComponentOverride::status);

        assertThat(decided.orElse(status(judged))).isEqualTo(status(shown));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void decidesThePage(
            String pictures, String extra, String picturesSaid, String extraSaid, String page) {
        Verdict judged = judged(pictures, extra);
        assertThat(judged.find(PICTURES).orElseThrow().status()).isEqualTo(status(pictures));
        assertThat(judged.find(EXTRA).orElseThrow().status()).isEqualTo(status(extra));
        List<ComponentOverride> said = new ArrayList<>();
        words(picturesSaid).forEach(word -> said.add(said(PICTURES, word, Speaker.PERSON)));
        words(extraSaid).forEach(word -> said.add(said(EXTRA, word, Speaker.PERSON)));

        Verdict shown = Overruled.of(CATALOGUE, judged, said, NOW);

        assertThat(shown.status().label() + " " + shown.headline().label()).isEqualTo(page);
        assertThat(shown.groups().getFirst().status())
                .isEqualTo(
                        GroupRule.decide(
                                shown.components().stream()
                                        .map(ComponentVerdict::status)
                                        .toList()));
    }

    @Test
    void whatIsSaidNamesWhatWasJudgedAndEndsOnTime() {
        Verdict judged = judged("major_outage", "operational");
        ComponentOverride said = said(PICTURES, "operational", Speaker.PERSON);

        ComponentVerdict shown =
                Overruled.of(CATALOGUE, judged, List.of(said), NOW).find(PICTURES).orElseThrow();

        assertThat(shown.overruling().orElseThrow().judged())
                .isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(shown.since()).contains(said.begun());
        assertThat(shown.outage()).isEqualTo(judged.find(PICTURES).orElseThrow().outage());
        assertThat(Overruled.of(CATALOGUE, judged, List.of(said), said.until())).isSameAs(judged);
    }

    @Test
    void aStateThatWasSeenAnywayKeepsItsBeginning() {
        Verdict judged = judged("operational", "operational");
        ComponentOverride said = said(PICTURES, "operational", Speaker.PERSON);

        Verdict shown = Overruled.of(CATALOGUE, judged, List.of(said), NOW);

        assertThat(shown.find(PICTURES).orElseThrow().since())
                .isEqualTo(judged.find(PICTURES).orElseThrow().since());
    }

    /** What the rules say of rounds that make the components so. */
    private static Verdict judged(String pictures, String extra) {
        List<Round> rounds = new ArrayList<>();
        for (int second = 0; second < 200 && !pictures.equals("unknown"); second += 60) {
            rounds.add(
                    Scene.round(
                            "here",
                            second,
                            seen("made", second, pictures),
                            seen("kept", second, pictures),
                            seen("one", second, extra),
                            seen("two", second, extra.equals("operational") ? extra : "unharmed")));
        }
        return Verdicts.assess(CATALOGUE, rounds, Background.NONE, NOW).verdict();
    }

    private static Observation seen(String check, double second, String state) {
        return Scene.seen(check, second + 0.1, state.endsWith("_outage") ? "bad" : "good");
    }

    private static ComponentOverride said(ComponentId component, String status, Speaker by) {
        return new ComponentOverride(
                component + "-" + by + "-" + status,
                component,
                status(status),
                NOW.minusSeconds(30),
                NOW.plusSeconds(60),
                "Known.",
                by,
                "ada");
    }

    private static Stream<String> words(String cell) {
        return MarkdownTable.words(cell).stream();
    }

    private static ComponentStatus status(String label) {
        return ComponentStatus.find(label).orElseThrow();
    }
}
