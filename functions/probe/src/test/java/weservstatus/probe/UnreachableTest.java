package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.verdict.Sides;

class UnreachableTest {
    private static final HttpCheck CHECK = CheckRecipe.get("/").build();

    /** Linux has no route for TCP to the broadcast address, on any machine: as for IPv6 on many. */
    @Test
    void aWayThatThisMachineLacksIsTheMonitorsFault() {
        Attempt attempt = probe("http://255.255.255.255");

        assertThat(Probers.broken(attempt))
                .isEqualTo(
                        Failure.in(
                                Phase.CONNECT,
                                FailureReason.CONNECT,
                                "255.255.255.255 at port 80 cannot be reached: network is"
                                        + " unreachable"));
        Observation seen = Sides.judge(attempt, CHECK, Controls.NONE);
        assertThat(seen.result()).isEqualTo(Result.SELF_FAULT);
        assertThat(seen.side()).contains(Side.MONITOR);
    }

    @ParameterizedTest
    @CsvSource({
        "network is unreachable, SELF_FAULT",
        "cannot assign requested address, SELF_FAULT",
        "address family not supported, SELF_FAULT",
        "protocol family unavailable, SELF_FAULT",
        // Said of a peer, too, by the router in front of it.
        "no route to host, FAILED",
    })
    void onlyWordsAboutThisMachineAreTheMonitorsFault(String words, Result result) {
        Exchange.Broken broken = (Exchange.Broken) probe("http://255.255.255.255").exchange();
        var exchange =
                new Exchange.Broken(
                        broken.method(),
                        broken.url(),
                        broken.requestHeaders(),
                        broken.started(),
                        broken.phases(),
                        broken.cold(),
                        Failure.in(
                                Phase.CONNECT,
                                FailureReason.CONNECT,
                                "six.example at port 443 cannot be reached: " + words));
        Attempt attempt = new Attempt(CHECK.id(), exchange, List.of());

        assertThat(Sides.judge(attempt, CHECK, Controls.NONE).result()).isEqualTo(result);
    }

    private static Attempt probe(String url) {
        return Probers.prober().probe(CHECK, CheckRecipe.target(url), Duration.ofSeconds(10));
    }
}
