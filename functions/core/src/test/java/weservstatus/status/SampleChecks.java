package weservstatus.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import weservstatus.check.CachePath;
import weservstatus.check.ComponentId;
import weservstatus.observe.Phases;
import weservstatus.status.CheckReport.Question;
import weservstatus.status.CheckReport.Rhythm;
import weservstatus.status.CheckReport.Seen;
import weservstatus.status.CheckReports.Instance;

/** One check that fails and one that does not run. */
final class SampleChecks {
    private static final Rhythm RHYTHM =
            new Rhythm(
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(8),
                    Optional.of(Duration.ofSeconds(2)),
                    true,
                    CachePath.MISS);

    private SampleChecks() {}

    static CheckReports of(Instant now) {
        return new CheckReports(
                List.of(
                        new Instance(
                                "wsrv",
                                URI.create("https://wsrv.nl"),
                                Optional.of(URI.create("https://card.example.org/test")))),
                List.of(failing(now), off()));
    }

    private static CheckReport failing(Instant now) {
        return new CheckReport(
                "webp",
                "Convert to WebP",
                "Most sites ask for it.",
                new ComponentId("formats"),
                new Question(
                        "http",
                        "wsrv",
                        List.of("GET https://wsrv.nl/?url={origin}/card.png&output=webp&n={nonce}"),
                        List.of("The status is 200.", "A true picture in WEBP.")),
                RHYTHM,
                "failing",
                Optional.of(now.minusSeconds(1077)),
                Optional.empty(),
                List.of(bad(now.minusSeconds(5)), good(now.minusSeconds(3605))));
    }

    private static CheckReport off() {
        return new CheckReport(
                "tls",
                "Certificate",
                "",
                new ComponentId("cached"),
                new Question("http", "wsrv", List.of("GET https://wsrv.nl/"), List.of()),
                RHYTHM,
                CheckReport.OFF,
                Optional.empty(),
                Optional.of("The service is not reached over TLS."),
                List.of());
    }

    private static Seen bad(Instant at) {
        return new Seen(
                "here",
                "This machine",
                at,
                true,
                "failed",
                "service",
                "IMAGE",
                "format: expected webp, got png",
                OptionalInt.of(200),
                new Phases(1_000, 9_000, 20_000, 90_000, 20_000),
                Optional.of("20261123T211200000Z.0.here.webp"),
                Optional.of(Instant.parse("2027-01-31T12:00:00Z")));
    }

    private static Seen good(Instant at) {
        return new Seen(
                "here",
                "This machine",
                at,
                false,
                "passed",
                "",
                "",
                "",
                OptionalInt.of(200),
                new Phases(0, 0, 0, 80_000, 12_000),
                Optional.empty(),
                Optional.of(Instant.parse("2027-01-31T12:00:00Z")));
    }
}
