package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Likeness;
import weservstatus.check.Schedule;
import weservstatus.check.Step;
import weservstatus.check.Take;
import weservstatus.check.TargetId;

class JourneyYamlTest {
    private static final String FILE =
            """
            page: {name: Example status, url: "https://status.example.org/"}
            locations: [{id: here, name: This machine}]
            targets: [{id: wsrv, url: "https://wsrv.nl"}]
            control: none
            groups: [{id: main, name: Main, components: [{id: site, name: Site}]}]
            checks:
              - id: tour
                name: Tour
                component: site
                cache: miss
                every: 10m
                turn: 2
                timeout: 20s
                steps:
                  - name: page
                    path: /
                    expect: [{status: 200}]
                    take:
                      - {name: picture, pictures: 4, matching: '.*url=.*'}
                      - {name: link, header: Link}
                      - {name: width, json: /width}
                      - {name: title, text: '<title>(.*?)<'}
                  - name: pictures
                    each: picture
                    path: "{picture}"
                    expect: [{cache: hit}]
                    picture: [{file: whole}]
                  - name: one
                    method: HEAD
                    headers: {Accept: image/png}
                    redirects: 2
                    path: /?url={origin}/card.png&w={width}&n={nonce}
                    expect: [{cache: miss}]
                    take: [{name: address, address: true}]
                  - name: back
                    path: /?url={address}&flip
                    unlessRefused: only half is proven
                    picture: [{same-as: one}, {other-than: one}, {half-of: one}, {card-of: one}]
                  - name: facts
                    path: /?url=a&output=json
                    picture: [{facts-of: one}]
            """;

    @Test
    void readsEveryKeyOfAJourney() {
        assertThat(catalogue().checks())
                .containsExactly(
                        new JourneyCheck(
                                new CheckId("tour"),
                                "Tour",
                                "",
                                new ComponentId("site"),
                                new TargetId("wsrv"),
                                AddressFamily.ANY,
                                HttpVersion.HTTP_1_1,
                                new Schedule(Duration.ofMinutes(10), 2),
                                Duration.ofSeconds(20),
                                Optional.empty(),
                                false,
                                CachePath.MISS,
                                List.of(page(), pictures(), one(), back(), facts()),
                                false));
    }

    @Test
    void costsItsWorstCaseKnownBeforeItRuns() {
        // One with 2 redirects, and what reads its answer; caches are to have the others.
        assertThat(catalogue().checks().getFirst().uncachedRequests()).isEqualTo(3 + 1);
    }

    @Test
    void needsTheCardWhereAnyStepDoes() {
        assertThat(catalogue().checks().getFirst().needsOrigin()).isTrue();
        assertThat(catalogue().active()).isEmpty();
    }

    private static Catalogue catalogue() {
        return Checkout.valid("test.yaml", FILE);
    }

    private static Step page() {
        return new Step(
                "page",
                Optional.empty(),
                HttpMethod.GET,
                "/",
                Map.of(),
                0,
                List.of(new Expectation.StatusIs(200)),
                List.of(),
                List.of(
                        new Take("picture", new Take.Source.Pictures(4, Optional.of(".*url=.*"))),
                        new Take("link", new Take.Source.FromHeader("Link")),
                        new Take("width", new Take.Source.FromJson("/width")),
                        new Take("title", new Take.Source.FromText("<title>(.*?)<"))),
                Optional.empty());
    }

    private static Step pictures() {
        return new Step(
                "pictures",
                Optional.of("picture"),
                HttpMethod.GET,
                "{picture}",
                Map.of(),
                0,
                List.of(new Expectation.FromCache(true)),
                List.of(new Likeness.Whole()),
                List.of(),
                Optional.empty());
    }

    private static Step one() {
        return new Step(
                "one",
                Optional.empty(),
                HttpMethod.HEAD,
                "/?url={origin}/card.png&w={width}&n={nonce}",
                Map.of("Accept", "image/png"),
                2,
                List.of(new Expectation.FromCache(false)),
                List.of(),
                List.of(new Take("address", new Take.Source.OwnAddress())),
                Optional.empty());
    }

    private static Step back() {
        return new Step(
                "back",
                Optional.empty(),
                HttpMethod.GET,
                "/?url={address}&flip",
                Map.of(),
                0,
                List.of(),
                List.of(
                        new Likeness.SameAs("one"),
                        new Likeness.OtherThan("one"),
                        new Likeness.HalfOf("one"),
                        new Likeness.CardOf("one")),
                List.of(),
                Optional.of("only half is proven"));
    }

    private static Step facts() {
        return new Step(
                "facts",
                Optional.empty(),
                HttpMethod.GET,
                "/?url=a&output=json",
                Map.of(),
                0,
                List.of(),
                List.of(new Likeness.FactsOf("one")),
                List.of(),
                Optional.empty());
    }
}
