package weservstatus.image;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;

/**
 * Computes expected pictures and keeps what it takes to judge by them: the same few dozen requests
 * come again every minute. What was used last stays, up to a bound in bytes.
 *
 * <p>Safe for use by many threads; two that ask the same at once both compute it.
 */
final class ExpectedPictures {
    private static final long MOST_BYTES = 12_000_000;

    private final TestRasters rasters;
    private final Map<Key, Prepared> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    ExpectedPictures(TestRasters rasters) {
        this.rasters = rasters;
    }

    /** What tells two answers' pictures apart; a nonce does not. */
    private record Key(Question question, ImageFormat format, boolean lossless) {}

    Expected drawn(Question question) {
        Expected first =
                Expected.of(question.request(), question.source(), rasters, question.dialect());
        return question.again().map(first::readBack).orElse(first);
    }

    /** The source before anything is done to it. */
    Raster whole(TestPicture source) {
        return frames(source).getFirst();
    }

    /** All frames of the source, one of a still. */
    List<Raster> frames(TestPicture source) {
        return rasters.frames(source);
    }

    Prepared prepared(Question question, ImageFormat format, boolean lossless) {
        if (question.again().isPresent()) {
            // It names the address of an earlier answer, which never comes twice.
            return Prepared.of(drawn(question), format, lossless);
        }
        ImageRequest known = question.request().known();
        Key key =
                new Key(
                        new Question(known, question.source(), question.dialect()),
                        format,
                        lossless);
        synchronized (kept) {
            Prepared found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        Prepared prepared = Prepared.of(drawn(question), format, lossless);
        keep(key, prepared);
        return prepared;
    }

    private void keep(Key key, Prepared prepared) {
        synchronized (kept) {
            Prepared before = kept.put(key, prepared);
            bytes += prepared.bytes() - (before == null ? 0 : before.bytes());
            Iterator<Prepared> oldest = kept.values().iterator();
            while (bytes > MOST_BYTES && kept.size() > 1) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
    }
}
