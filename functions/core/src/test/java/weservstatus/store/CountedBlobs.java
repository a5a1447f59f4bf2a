package weservstatus.store;

import java.util.List;
import java.util.Optional;

/** Counts what S3 would bill as writes: objects, and listings, which cost as much. */
public final class CountedBlobs implements Blobs {
    private final Blobs blobs;
    private long puts;

    public CountedBlobs(Blobs blobs) {
        this.blobs = blobs;
    }

    public long puts() {
        return puts;
    }

    @Override
    public void put(String name, Blob blob) {
        puts++;
        blobs.put(name, blob);
    }

    @Override
    public Optional<Blob> get(String name) {
        return blobs.get(name);
    }

    @Override
    public List<String> list(String prefix) {
        puts++;
        return blobs.list(prefix);
    }

    @Override
    public void delete(String name) {
        blobs.delete(name);
    }
}
