package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weservstatus.check.AddressFamily;
import weservstatus.check.BeatToken;
import weservstatus.check.Check;
import weservstatus.check.CheckHead;
import weservstatus.check.CheckId;
import weservstatus.check.Colour;
import weservstatus.check.ComponentId;
import weservstatus.check.DnsCheck;
import weservstatus.check.DnsServer;
import weservstatus.check.Expectation;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.ImageFormat;
import weservstatus.check.RecordType;
import weservstatus.check.Schedule;
import weservstatus.check.TargetId;
import weservstatus.check.TcpCheck;

/** The checks that ask no HTTP question, and expectations beyond a plain picture. */
class StatusYamlKindsTest {
    @Test
    void readsEveryKeyOfTheOtherKinds() {
        List<Check> checks = Checkout.valid("test.yaml", StatusYamlTest.EVERYTHING).checks();

        assertThat(checks.subList(2, 6))
                .containsExactly(
                        new TcpCheck(
                                new CheckHead(
                                        new CheckId("port"),
                                        "Port",
                                        "",
                                        new ComponentId("site"),
                                        new TargetId("live"),
                                        checks.get(2).schedule(),
                                        Duration.ofSeconds(5),
                                        Optional.of(Duration.ofSeconds(1)),
                                        true),
                                Optional.of("status.example.org"),
                                443,
                                AddressFamily.IPV6),
                        new DnsCheck(
                                head("address", "Address", "live", checks.get(3).schedule()),
                                Optional.of("example.org"),
                                RecordType.MX,
                                Set.of("10 mx.example.org"),
                                DnsServer.parse("127.0.0.1:5353")),
                        new HeartbeatCheck(
                                head("backup", "Backup", "own", checks.get(4).schedule()),
                                Duration.ofDays(1),
                                Duration.ofHours(1),
                                new BeatToken.Variable("BACKUP_TOKEN")),
                        new HeartbeatCheck(
                                head("nightly", "Nightly", "own", checks.get(5).schedule()),
                                Duration.ofDays(1),
                                Duration.ofHours(1),
                                new BeatToken.Hash("0".repeat(64))));
        assertThat(checks.get(4).schedule().every()).hasMinutes(10);
    }

    private static CheckHead head(String id, String name, String target, Schedule schedule) {
        return new CheckHead(
                new CheckId(id),
                name,
                "",
                new ComponentId("site"),
                new TargetId(target),
                schedule,
                Duration.ofSeconds(5),
                Optional.of(Duration.ofMillis(1500)),
                false);
    }

    @Test
    void readsErrorsLimitsColoursAndPacking() {
        assertThat(check(6).expectations())
                .containsExactly(
                        new Expectation.ErrorIs(
                                404, 404, Optional.of("unresolvable"), Optional.of(".*DNS.*")),
                        new Expectation.Within(Duration.ofMillis(2500)));
        assertThat(check(7).expectations())
                .containsExactly(
                        image(
                                ImageFormat.WEBP,
                                OptionalInt.of(2),
                                new Expectation.Packing(
                                        List.of(100, 200),
                                        OptionalInt.of(1),
                                        Optional.empty(),
                                        Optional.of(true))),
                        image(ImageFormat.JPEG, OptionalInt.empty(), interlaced(true)),
                        image(ImageFormat.PNG, OptionalInt.empty(), interlaced(false)),
                        new Expectation.ColourIs(new Colour(0x80c86432), 3));
    }

    private static Expectation image(
            ImageFormat format, OptionalInt frames, Expectation.Packing packing) {
        return new Expectation.ImageIs(
                format,
                OptionalInt.empty(),
                OptionalInt.empty(),
                frames,
                Optional.empty(),
                packing);
    }

    private static Expectation.Packing interlaced(boolean is) {
        return new Expectation.Packing(
                List.of(), OptionalInt.empty(), Optional.of(is), Optional.empty());
    }

    private static HttpCheck check(int index) {
        return (HttpCheck)
                Checkout.valid("test.yaml", StatusYamlTest.EVERYTHING).checks().get(index);
    }
}
