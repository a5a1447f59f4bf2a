package weservstatus.bench.coldstart;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** What is watched: a page and a picture on loopback, and the configuration that watches them. */
final class PictureService implements AutoCloseable {
    private final HttpServer server;
    private final byte[] picture = picture();
    private volatile boolean broken;

    PictureService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "image/png");
                    exchange.sendResponseHeaders(broken ? 500 : 200, picture.length);
                    exchange.getResponseBody().write(picture);
                    exchange.close();
                });
        server.start();
    }

    void breaks(boolean now) {
        broken = now;
    }

    /** Rounds of five seconds, so that an outage is soon one; data that do not age meanwhile. */
    String configuration() {
        return """
        pace: {round: 5s, confirmAfter: 1s, staleAfter: 1h, recoverAfter: 15s}
        page: {name: Test status, url: "https://status.example.org/", timeZone: UTC}
        locations: [{id: here, name: This machine}]
        targets: [{id: local, url: "http://127.0.0.1:%d", budget: none}]
        control: none
        groups:
          - id: delivery
            name: Delivery
            components:
              - {id: website, name: Website, description: The home page}
              - {id: pictures, name: Pictures, description: Small ones}
        checks:
          - {id: home, name: Home page, component: website, path: /, timeout: 2s, vital: true, cache: none, every: 5s, expect: [{status: 200}]}
          - {id: picture, name: Picture, component: pictures, path: "/?w=64", timeout: 2s, vital: true, cache: none, every: 5s, expect: [{status: 200}, {image: {format: png, width: 64}}]}
          - {id: nightly, name: Nightly job, component: website, heartbeat: {interval: 1d, grace: 1h, tokenSha256: 8ed087b5dd06c9b83f825388463c477fba1278cfaabdfc2c19fe3fa012346061}}
        """
                .formatted(server.getAddress().getPort());
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
