package weservstatus.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import weservstatus.api.Router;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.local.Server;
import weservstatus.local.SiteFiles;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;

/** The server that ships, with one snapshot that never grows old. */
final class PublishedSite implements AutoCloseable {
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final Server server;

    PublishedSite(StatusSnapshot snapshot) {
        this(snapshot, new InMemoryBlobs());
    }

    PublishedSite(StatusSnapshot snapshot, InMemoryBlobs blobs) {
        PublishedDocuments documents = Documents.of(snapshot);
        Router router =
                new Router(
                        () -> Optional.of(documents),
                        new InMemoryTable(snapshot::generatedAt),
                        blobs,
                        snapshot::generatedAt);
        this.server =
                Server.start(
                        0,
                        router::handle,
                        SiteFiles.bundled(() -> URI.create("https://status.example.org")),
                        troubles::add);
    }

    /** Ends with a slash. */
    URI address() {
        return server.url().resolve("/");
    }

    @Override
    public void close() {
        server.close();
        assertThat(troubles).isEmpty();
    }
}
