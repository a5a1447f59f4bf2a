package weservstatus.config;

import java.time.Duration;
import java.util.Optional;
import weservstatus.check.CachePath;

/** What the parts of a check's request must have in common. */
final class RequestRules {
    private RequestRules() {}

    static void apply(Section check, Reading reading) {
        requireNonce(check, reading);
        requireOneUseOfTheOrigin(check, reading);
        requireSlowBelowTimeout(check, reading);
    }

    private static void requireNonce(Section check, Reading reading) {
        Optional<CachePath> cache = check.find(CheckFields.CACHE);
        Optional<String> path = check.find(CheckFields.PATH);
        if (cache.isEmpty() || path.isEmpty()) {
            return;
        }
        boolean unique = path.get().contains(Requests.NONCE);
        if (cache.get() == CachePath.MISS && !unique) {
            reading.refuse(
                    check.spotOf(CheckFields.PATH),
                    "\"cache: miss\" is said, but the answer may come from the cache",
                    "add &nonce={nonce} to the path, or say cache: hit or none");
        }
        if (cache.get() == CachePath.HIT && unique) {
            reading.refuse(
                    check.spotOf(CheckFields.PATH),
                    "\"cache: hit\" is said, but {nonce} makes every request a new one",
                    "remove {nonce}, or say cache: miss");
        }
    }

    private static void requireOneUseOfTheOrigin(Section check, Reading reading) {
        boolean needsOrigin =
                check.find(CheckFields.PATH).filter(p -> p.contains(Requests.ORIGIN)).isPresent();
        if (needsOrigin && check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false)) {
            reading.refuse(
                    check.spotOf(CheckFields.ONLY_WITHOUT_ORIGIN),
                    "the check can never run: its path has {origin}",
                    "remove onlyWithoutOrigin, or name a public picture in the path");
        }
    }

    private static void requireSlowBelowTimeout(Section check, Reading reading) {
        Optional<Duration> slow = check.find(CheckFields.SLOW);
        Optional<Duration> timeout = check.find(CheckFields.TIMEOUT);
        if (slow.isPresent() && timeout.isPresent() && slow.get().compareTo(timeout.get()) >= 0) {
            reading.refuse(
                    check.spotOf(CheckFields.SLOW),
                    "slow is not below the timeout of " + Durations.format(timeout.get()),
                    "write a shorter one");
        }
    }
}
