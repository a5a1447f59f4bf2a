package weservstatus.bench;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import weservstatus.api.Router;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.local.Server;
import weservstatus.local.SiteFiles;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;

/** Serves the documents of 100 components over 90 days; prints its address. */
final class ApiTarget {
    private ApiTarget() {}

    public static void main(String[] arguments) throws InterruptedException {
        PublishedDocuments documents =
                Documents.of(LargeSnapshot.of(100, InstantSource.system().instant()));
        Router router =
                new Router(
                        () -> Optional.of(documents),
                        new InMemoryTable(InstantSource.system()),
                        new InMemoryBlobs(),
                        InstantSource.system());
        try (Server server =
                Server.start(
                        0,
                        router::handle,
                        SiteFiles.bundled(() -> URI.create("https://status.example.org")),
                        Throwable::printStackTrace)) {
            System.out.println("ready " + server.url());
            Thread.currentThread().join();
        }
    }
}
