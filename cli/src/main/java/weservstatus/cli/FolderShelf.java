package weservstatus.cli;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import weservstatus.store.Blobs;
import weservstatus.store.RawStore;

/** In the folder of a monitor. */
record FolderShelf(RawStore raw) implements Shelf {
    @Override
    public String chain() {
        return new String(raw.chain().bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> day(LocalDate date) {
        return raw.find(date).map(Blobs.Blob::bytes);
    }
}
