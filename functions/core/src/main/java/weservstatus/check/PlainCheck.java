package weservstatus.check;

import java.time.Duration;
import java.util.Optional;

/** A check that asks no HTTP question: it knows neither caches nor the test card. */
public sealed interface PlainCheck extends Check permits DnsCheck, HeartbeatCheck, TcpCheck {
    CheckHead head();

    @Override
    default CheckId id() {
        return head().id();
    }

    @Override
    default String name() {
        return head().name();
    }

    @Override
    default String why() {
        return head().why();
    }

    @Override
    default ComponentId component() {
        return head().component();
    }

    @Override
    default TargetId target() {
        return head().target();
    }

    @Override
    default Schedule schedule() {
        return head().schedule();
    }

    @Override
    default Duration timeout() {
        return head().timeout();
    }

    @Override
    default Optional<Duration> slowAfter() {
        return head().slowAfter();
    }

    @Override
    default boolean vital() {
        return head().vital();
    }

    @Override
    default CachePath cachePath() {
        return CachePath.NONE;
    }

    @Override
    default int uncachedRequests() {
        return 0;
    }

    @Override
    default boolean needsOrigin() {
        return false;
    }

    @Override
    default boolean onlyWithoutOrigin() {
        return false;
    }
}
