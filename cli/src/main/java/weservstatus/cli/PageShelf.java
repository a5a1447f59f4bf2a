package weservstatus.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** At the address of a page. */
record PageShelf(URI page) implements Shelf {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String chain() {
        String path = "/api/v1/history/chain.ndjson";
        byte[] lines =
                fetch(path)
                        .orElseThrow(() -> new BadInput("--endpoint: there is no " + page + path));
        return new String(lines, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> day(LocalDate date) {
        return fetch("/api/v1/raw/" + date + ".ndjson.gz");
    }

    /** Absent for 404. */
    private Optional<byte[]> fetch(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(page.toString().replaceAll("/+$", "") + path))
                            .timeout(PATIENCE)
                            .build();
            HttpResponse<byte[]> response =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> Optional.of(response.body());
                case 404 -> Optional.empty();
                default -> throw refused("answered " + response.statusCode() + " for " + path);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw refused("cannot be read (" + e + "); is it the address of a page?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was not read to the end");
        }
    }

    private BadInput refused(String why) {
        return new BadInput("--endpoint: " + page + " " + why);
    }
}
