package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.AddressFamily;
import weservstatus.check.HttpCheck;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.verdict.Sides;

/** Where a place has no IPv6, nothing is observed over it; where it has, its absence is a fault. */
class PlaceWithoutIpv6Test {
    private static final String UNSEEN = "not observed: this place has no IPv6";

    /** What the resolver finds, nothing at all for "-", is a JVM without IPv6 all the same. */
    @ParameterizedTest(name = "{0} resolved to {1}, IPv6 here {2} -> {3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    http://name.example,        192.0.2.1,   false, SELF_FAULT, not observed: this place has no IPv6
                    http://name.example,        -,           false, SELF_FAULT, not observed: this place has no IPv6
                    http://name.example,        2001:db8::1, false, SELF_FAULT, not observed: this place has no IPv6
                    http://[2001:db8::1],       -,           false, SELF_FAULT, not observed: this place has no IPv6
                    http://name.example,        192.0.2.1,   true,  FAILED,     name.example has no IPv6 address
                    http://name.example,        -,           true,  FAILED,     The name name.example could not be resolved
                    """)
    void isNeverAFailureOfTheTarget(
            String url, @Nullable String found, boolean reaches, Result result, String message) {
        Observation seen = observe(url, found, reaches, AddressFamily.IPV6);

        assertThat(seen.result()).isEqualTo(result);
        assertThat(seen.failure().map(Failure::message))
                .hasValueSatisfying(said -> assertThat(said).startsWith(message));
    }

    @Test
    void holdsForIpv6Only() {
        Observation seen = observe("http://name.example", null, false, AddressFamily.IPV4);

        assertThat(seen.result()).isEqualTo(Result.FAILED);
    }

    @Test
    void whatIsNearNeedsNoWayOut() {
        Observation seen = observe("http://[::1]:1", null, false, AddressFamily.IPV6);

        assertThat(seen.failure().map(Failure::message)).isPresent().get().isNotEqualTo(UNSEEN);
    }

    private static Observation observe(
            String url, @Nullable String found, boolean reaches, AddressFamily family) {
        ProbeSettings settings =
                Probers.SETTINGS
                        .withResolver(host -> resolved(host, found))
                        .withNetwork(() -> reaches);
        HttpCheck check = CheckRecipe.get("/").family(family).build();
        return Sides.judge(
                Probers.prober(settings)
                        .probe(check, CheckRecipe.target(url), Duration.ofSeconds(30)),
                check,
                new Controls(ControlState.PASSED, new TreeMap<>()));
    }

    private static List<InetAddress> resolved(String host, @Nullable String found)
            throws UnknownHostException {
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral(found));
    }
}
