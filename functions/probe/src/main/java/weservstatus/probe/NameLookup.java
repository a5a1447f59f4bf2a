package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import weservstatus.check.AddressFamily;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/**
 * Finds the one address that an attempt uses, within its deadline.
 *
 * <p>A native lookup cannot be interrupted, so each runs on a platform thread of its own, which is
 * a daemon, and is left behind when the deadline passes. Attempts that want the same host at the
 * same moment share one running lookup: the JVM would run them one after the other, and the last
 * would report the sum. A finished lookup is never used again.
 */
final class NameLookup {
    private final Resolver resolver;
    private final PlaceNetwork network;
    private final Executor threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("lookup-", 0).factory());
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> running =
            new ConcurrentHashMap<>();

    NameLookup(Resolver resolver, PlaceNetwork network) {
        this.resolver = resolver;
        this.network = network;
    }

    /**
     * The first address of the family: a second one would be a hidden retry. Where the place has no
     * IPv6, nothing is known of what others find there: a JVM without IPv6 is never told of such an
     * address.
     */
    InetAddress find(String host, AddressFamily family, Deadline deadline) throws IOException {
        boolean blind = family == AddressFamily.IPV6 && !network.reachesIpv6();
        try {
            InetAddress first = first(host, family, deadline);
            if (blind && !isNear(first)) {
                throw notObserved();
            }
            return first;
        } catch (BrokenException unknown) {
            throw blind ? notObserved() : unknown;
        }
    }

    private InetAddress first(String host, AddressFamily family, Deadline deadline)
            throws IOException {
        Optional<InetAddress> literal = literal(host);
        List<InetAddress> all =
                literal.isPresent() ? List.of(literal.get()) : resolve(host, deadline);
        return all.stream()
                .filter(family::includes)
                .findFirst()
                .orElseThrow(() -> failed(noneOf(host, family)));
    }

    /** What is reached without a way to the outer world. */
    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isLinkLocalAddress();
    }

    private static BrokenException notObserved() {
        return new BrokenException(
                FailureReason.CONNECT, Phase.CONNECT, "not observed: this place has no IPv6");
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException ignored) {
            return Optional.empty();
        }
    }

    private List<InetAddress> resolve(String host, Deadline deadline) throws IOException {
        try {
            return lookup(host).get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw deadlinePassed(e);
        } catch (ExecutionException e) {
            throw failed("The name " + host + " could not be resolved" + detail(e, host));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw deadlinePassed(e);
        }
    }

    private static IOException deadlinePassed(Exception cause) {
        var timeout = new SocketTimeoutException("lookup");
        timeout.initCause(cause);
        return timeout;
    }

    private CompletableFuture<List<InetAddress>> lookup(String host) {
        var mine = new CompletableFuture<List<InetAddress>>();
        var other = running.putIfAbsent(host, mine);
        if (other != null) {
            return other;
        }
        threads.execute(() -> complete(host, mine));
        return mine;
    }

    private void complete(String host, CompletableFuture<List<InetAddress>> result) {
        List<InetAddress> found = List.of();
        Exception cause = new UnknownHostException(host);
        try {
            found = resolver.resolve(host);
        } catch (UnknownHostException | RuntimeException e) {
            cause = e;
        } finally {
            running.remove(host, result);
            // Last, whatever happened: nobody may wait for a thread that is gone.
            if (found.isEmpty()) {
                result.completeExceptionally(cause);
            } else {
                result.complete(found);
            }
        }
    }

    private static String detail(ExecutionException failed, String host) {
        String message =
                Causes.find(failed, UnknownHostException.class)
                        .map(cause -> String.valueOf(cause.getMessage()))
                        .orElse("");
        String prefix = host + ": ";
        return message.startsWith(prefix) ? ": " + Words.lowered(message, prefix.length()) : "";
    }

    private static String noneOf(String host, AddressFamily family) {
        return switch (family) {
            case ANY -> "The name " + host + " has no address";
            case IPV4 -> host + " has no IPv4 address";
            case IPV6 -> host + " has no IPv6 address";
        };
    }

    private static BrokenException failed(String message) {
        return new BrokenException(FailureReason.DNS, Phase.DNS, message);
    }
}
