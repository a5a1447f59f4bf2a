package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import weservstatus.check.AddressFamily;
import weservstatus.check.Budget;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.GroupId;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.ImageFormat;
import weservstatus.check.Pace;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.check.TargetId;

class StatusYamlTest {
    static final String EVERYTHING =
            """
            page:
              name: Example status
              url: https://status.example.org/
              timeZone: Europe/Amsterdam
              notice: "A notice: with a colon"
            pace: {round: 30s, confirmAfter: 5s, staleAfter: 90s, recoverAfter: 60s}
            locations: [{id: here, name: This machine}, {id: eu-west-1, name: Dublin}]
            targets:
              - {id: live, url: "https://wsrv.nl/", origin: "https://status.example.org/card/", budget: 30}
              - {id: own, url: "http://[::1]:8081"}
            control: https://www.gstatic.com/generate_204
            groups:
              - id: main
                name: Main
                components: [{id: site, name: Site, description: The home page}]
            defaults: {timeout: 5s, slow: 1500ms, every: 1m, family: ipv4, version: http/1.1}
            checks:
              - id: everything
                name: Everything
                why: To see each key once.
                component: site
                target: live
                method: GET
                path: /?url={origin}/card.png&w=320&n={nonce}
                headers: {Accept: image/webp}
                family: ipv6
                version: http/2
                redirects: 0
                every: 10m
                turn: 3
                timeout: 8s
                slow: 2s
                vital: true
                cache: miss
                expect:
                  - status: 200
                  - header: {name: Content-Type, equals: image/png}
                  - header: {name: Link, matches: "<.*>; .*"}
                  - header: {name: Set-Cookie, absent: true}
                  - size: {min: 10}
                  - image: {format: png, width: 320, frames: 1, alpha: false}
                  - card: as-requested
                  - tls: {daysLeft: 14, warnDays: 30}
              - id: little
                name: Little
                component: site
                target: own
                path: /?url=
                cache: none
                expect:
                  - status: 400
                  - body: {contains: parse}
                  - json: {pointer: /code, equals: 400}
              - id: port
                name: Port
                component: site
                target: live
                family: ipv6
                slow: 1s
                vital: true
                tcp: {host: status.example.org, port: 443}
              - id: address
                name: Address
                component: site
                target: live
                dns:
                  name: example.org
                  type: MX
                  answers: ["10 mx.example.org"]
                  resolver: "127.0.0.1:5353"
              - id: backup
                name: Backup
                component: site
                target: own
                every: 10m
                heartbeat: {interval: 1d, grace: 1h, tokenFrom: BACKUP_TOKEN}
              - id: nightly
                name: Nightly
                component: site
                target: own
                heartbeat: {interval: 1d, grace: 1h, tokenSha256: "0000000000000000000000000000000000000000000000000000000000000000"}
              - id: contract
                name: Errors, colours and packing
                component: site
                target: own
                path: /?url={origin}/card-anim.gif
                cache: none
                expect:
                  - error: {code: 404, message: unresolvable, matches: ".*DNS.*"}
                  - within: 2500ms
              - id: packing
                name: Packing
                component: site
                target: own
                path: /?url={origin}/card-anim.gif
                cache: none
                expect:
                  - image: {format: webp, frames: 2, delays: [100, 200], orientation: 1, lossless: true}
                  - image: {format: jpg, progressive: true}
                  - image: {format: png, interlaced: false}
                  - colour: {is: "80c86432", tolerance: 3}
            """;

    @Test
    void readsEveryKey() {
        HttpCheck check = check(0);

        assertThat(check)
                .isEqualTo(
                        new HttpCheck(
                                new CheckId("everything"),
                                "Everything",
                                "To see each key once.",
                                new ComponentId("site"),
                                new TargetId("live"),
                                HttpMethod.GET,
                                "/?url={origin}/card.png&w=320&n={nonce}",
                                Map.of("Accept", "image/webp"),
                                AddressFamily.IPV6,
                                HttpVersion.HTTP_2,
                                0,
                                new Schedule(Duration.ofMinutes(10), 3),
                                Duration.ofSeconds(8),
                                Optional.of(Duration.ofSeconds(2)),
                                true,
                                CachePath.MISS,
                                List.of(
                                        new Expectation.StatusIs(200),
                                        new Expectation.HeaderEquals("Content-Type", "image/png"),
                                        new Expectation.HeaderMatches("Link", "<.*>; .*"),
                                        new Expectation.HeaderAbsent("Set-Cookie"),
                                        new Expectation.BodySize(10, 2_000_000),
                                        new Expectation.ImageIs(
                                                ImageFormat.PNG,
                                                OptionalInt.of(320),
                                                OptionalInt.empty(),
                                                OptionalInt.of(1),
                                                Optional.of(false),
                                                Expectation.Packing.ANY),
                                        new Expectation.CardAsRequested(),
                                        new Expectation.CertificateLasts(14, 30)),
                                false));
    }

    @Test
    void defaultsHoldWhereACheckSaysNothing() {
        HttpCheck check = check(1);

        assertThat(check.timeout()).hasSeconds(5);
        assertThat(check.slowAfter()).contains(Duration.ofMillis(1500));
        assertThat(check.schedule()).isEqualTo(new Schedule(Duration.ofMinutes(1), 0));
        assertThat(check.family()).isEqualTo(AddressFamily.IPV4);
        assertThat(check.method()).isEqualTo(HttpMethod.GET);
        assertThat(check.vital()).isFalse();
        assertThat(check.onlyWithoutOrigin()).isFalse();
        assertThat(check.expectations())
                .contains(
                        new Expectation.BodyContains("parse"),
                        new Expectation.JsonEquals("/code", "400"));
    }

    @Test
    void readsPagePaceTargetsAndGroups() {
        Catalogue catalogue = Checkout.valid("test.yaml", EVERYTHING);

        assertThat(catalogue.page().notice()).contains("A notice: with a colon");
        assertThat(catalogue.page().timeZone()).isEqualTo("Europe/Amsterdam");
        assertThat(catalogue.pace())
                .isEqualTo(
                        new Pace(
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(90),
                                Duration.ofMinutes(1)));
        assertThat(catalogue.locations()).hasSize(2);
        assertThat(catalogue.targets())
                .contains(
                        new Target(
                                new TargetId("live"),
                                URI.create("https://wsrv.nl"),
                                Optional.of(URI.create("https://status.example.org/card")),
                                Optional.of(new Budget(30))));
        assertThat(catalogue.control())
                .contains(URI.create("https://www.gstatic.com/generate_204"));
        assertThat(catalogue.components().getFirst().group()).isEqualTo(new GroupId("main"));
    }

    @Test
    void withoutPaceAndDefaultsTheStandardHolds() {
        Catalogue catalogue =
                Checkout.valid(
                        "test.yaml",
                        EVERYTHING.replaceAll("pace: .*\n", "").replaceAll("defaults: .*\n", ""));
        HttpCheck little = (HttpCheck) catalogue.checks().get(1);

        assertThat(catalogue.pace()).isEqualTo(Pace.STANDARD);
        assertThat(little.timeout()).hasSeconds(10);
        assertThat(little.slowAfter()).isEmpty();
        assertThat(little.schedule().every()).hasSeconds(60);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        String text = "\uFEFF" + EVERYTHING.replace("\n", "\r\n");

        assertThat(StatusYaml.load("test.yaml", text)).isInstanceOf(Loaded.Valid.class);
    }

    @Test
    void aFileBeyondAllMeasureIsRefusedUnread() {
        String text = EVERYTHING + "#".repeat(1_000_000);

        assertThat(faults(text))
                .singleElement()
                .extracting(Fault::reason)
                .asString()
                .contains("characters");
    }

    @Test
    void aFaultSaysWhereWhatAndWhatToDo() {
        String text = EVERYTHING.replace("timeout: 8s", "timeout: 5x");

        assertThat(faults(text))
                .extracting(Fault::text)
                .containsExactly(
                        "test.yaml:31:14 checks[0].timeout: \"5x\" is not a duration; write a"
                                + " number and ms, s, m, h or d, such as 10s");
    }

    private static HttpCheck check(int index) {
        return (HttpCheck) Checkout.valid("test.yaml", EVERYTHING).checks().get(index);
    }

    private static List<Fault> faults(String text) {
        return switch (StatusYaml.load("test.yaml", text)) {
            case Loaded.Invalid invalid -> invalid.faults();
            case Loaded.Valid _ -> List.of();
        };
    }
}
