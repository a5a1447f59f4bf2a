package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.Catalogue;
import weservstatus.check.Target;

class PlanTest {
    private static final String HEAD =
            """
            page: {name: Example status, url: "https://status.example.org/"}
            locations: [{id: here, name: This machine}]
            targets: [{id: own, url: "http://127.0.0.1:8081"}]
            control: none
            groups:
              - {id: main, name: Main, components: [{id: site, name: Site}, {id: idle, name: Idle}]}
            """;

    private static final String CHECKS =
            """
            checks:
              - {id: home, name: Home, component: site, path: /, cache: none, vital: true,
                 expect: [{status: 200}]}
              - {id: card, name: Card, component: site, path: "/?url={origin}/card.png&n={nonce}",
                 cache: miss, every: 90s, expect: [{card: as-requested}]}
              - {id: sample, name: Sample, component: site, onlyWithoutOrigin: true,
                 path: "/?url=a.example/b.png&n={nonce}", cache: miss, expect: [{status: 200}]}
            """;

    @Test
    void saysWhatWouldRunAndWhatIsOffAndWhy() {
        assertThat(Plan.describe(catalogue()))
                .isEqualTo(
                        """
                        Example status: a round every 1m, confirmed after 10s, grey after 150s
                        Locations: here (This machine)
                        Control: none

                        Target own at http://127.0.0.1:8081: 2 checks would run
                          CHECK   COMPONENT  EVERY  CACHE  REQUEST
                          home *  site       1m     none   GET /
                          sample  site       1m     miss   GET /?url=a.example/b.png&n={nonce}
                        * vital: the page may be called down because of it

                        1 check is off, because target own has no origin (a public folder that holds the test card):
                          card (Card)
                        Add "origin: URL" to the target, or give --origin URL.

                        Uncached requests from each location: at most 10 in 10 minutes; the budget of 20 leaves 9 to ask again.

                        Without any check that runs, so never shown as operational: Idle
                        """);
    }

    @Test
    void namesTheChecksThatNeedACertificateWhereThereIsNone() {
        String lasting =
                """
                  - {id: certificate, name: Certificate, component: site, path: /, cache: none,
                     expect: [{tls: {daysLeft: 14}}]}
                """;

        assertThat(Plan.describe(catalogue(HEAD + CHECKS + lasting)))
                .contains(
                        """
                        1 check is off, because target own is plain http and has no certificate:
                          certificate (Certificate)
                        Give the target an https URL, or remove their tls expectations.
                        """)
                .contains("2 checks would run");
    }

    @Test
    void withAnOriginTheCardTakesThePlaceOfTheSample() {
        Target target = catalogue().targets().getFirst();
        Catalogue with =
                catalogue()
                        .withTargets(
                                List.of(
                                        new Target(
                                                target.id(),
                                                target.url(),
                                                Optional.of(URI.create("http://127.0.0.1/")))));

        assertThat(Plan.describe(with))
                .contains("card    site       2m     miss")
                .contains("at most 5 in 10 minutes")
                .doesNotContain("sample", "no origin");
    }

    @Test
    void saysWhenAPublicInstanceWouldBeAskedTooMuch() {
        String pace = "pace: {round: 10s, confirmAfter: 1s, staleAfter: 30s}\n";

        assertThat(Plan.describe(catalogue(pace + HEAD + CHECKS)))
                .contains(
                        "at most 60 in 10 minutes; the budget of 20 leaves too little to ask again");
    }

    private static Catalogue catalogue() {
        return catalogue(HEAD + CHECKS);
    }

    private static Catalogue catalogue(String text) {
        return Checkout.valid("test.yaml", text);
    }
}
