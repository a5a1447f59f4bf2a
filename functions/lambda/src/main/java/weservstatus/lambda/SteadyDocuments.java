package weservstatus.lambda;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import weservstatus.document.PublishedDocuments;

/**
 * The documents that were there last, where the newest cannot be read: their own time tells readers
 * how old they are. Without any, the API answers that it is unavailable.
 */
final class SteadyDocuments implements Supplier<Optional<PublishedDocuments>> {
    private final Supplier<Optional<PublishedDocuments>> published;
    private final Ports ports;
    private final InstantSource clock;
    private Optional<PublishedDocuments> last = Optional.empty();

    SteadyDocuments(
            Supplier<Optional<PublishedDocuments>> published, Ports ports, InstantSource clock) {
        this.published = published;
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public Optional<PublishedDocuments> get() {
        try {
            last = published.get();
        } catch (SdkException e) {
            ports.log(LogLine.trouble(clock.instant(), "cannot read the snapshot: " + e));
        }
        return last;
    }
}
