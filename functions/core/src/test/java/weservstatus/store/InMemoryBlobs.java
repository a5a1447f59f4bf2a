package weservstatus.store;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Blobs for tests of what lies above them. */
public final class InMemoryBlobs implements Blobs {
    private final NavigableMap<String, Blob> blobs = new ConcurrentSkipListMap<>();

    @Override
    public void put(String name, Blob blob) {
        blobs.put(Blobs.requireName(name), new Blob(blob.bytes().clone(), blob.contentType()));
    }

    @Override
    public Optional<Blob> get(String name) {
        return Optional.ofNullable(blobs.get(Blobs.requireName(name)));
    }

    @Override
    public List<String> list(String prefix) {
        return blobs.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Override
    public void delete(String name) {
        blobs.remove(Blobs.requireName(name));
    }
}
