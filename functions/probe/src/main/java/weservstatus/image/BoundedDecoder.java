package weservstatus.image;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets a decoder work on one picture at a time, in the order of arrival, and not for ever: one that
 * throws or does not come back ends as an {@link UnreadableException}.
 */
final class BoundedDecoder implements Decoder {
    private final Decoder decoder;
    private final Duration limit;
    private final Semaphore turn = new Semaphore(1, true);

    BoundedDecoder(Decoder decoder, Duration limit) {
        this.decoder = decoder;
        this.limit = limit;
    }

    private sealed interface Outcome {
        record Decoded(List<Raster> frames) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    @Override
    public List<Raster> frames(PictureFacts facts, Bytes bytes) throws UnreadableException {
        turn.acquireUninterruptibly();
        try {
            return switch (awaited(facts, bytes)) {
                case Outcome.Decoded decoded -> decoded.frames();
                case Outcome.Failed failed -> throw new UnreadableException(failed.why());
            };
        } finally {
            turn.release();
        }
    }

    private Outcome awaited(PictureFacts facts, Bytes bytes) {
        AtomicReference<Optional<Outcome>> outcome = new AtomicReference<>(Optional.empty());
        // A platform thread: a decoder that spins must not hold a carrier of virtual threads.
        Thread worker =
                Thread.ofPlatform()
                        .daemon()
                        .name("decode")
                        .start(() -> outcome.set(Optional.of(outcome(facts, bytes))));
        try {
            worker.join(limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            worker.interrupt();
            return new Outcome.Failed("decoding was interrupted");
        }
        return outcome.get()
                .orElseGet(() -> {
                    worker.interrupt();
                    return new Outcome.Failed(
                            "damaged: not decoded within %d ms".formatted(limit.toMillis()));
                });
    }

    private Outcome outcome(PictureFacts facts, Bytes bytes) {
        try {
            return new Outcome.Decoded(decoder.frames(facts, bytes));
        } catch (UnreadableException broken) {
            return new Outcome.Failed(String.valueOf(broken.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return new Outcome.Failed("damaged: cannot be decoded (" + broken + ")");
        }
    }
}
