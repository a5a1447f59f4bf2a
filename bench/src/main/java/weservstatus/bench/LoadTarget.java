package weservstatus.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers 10 KB at once over http and https; prints both addresses. */
final class LoadTarget {
    static final String PASSWORD = "changeit";
    private static final byte[] BODY = new byte[10_000];

    private LoadTarget() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer plain = HttpServer.create(free, 1024);
        HttpsServer secure = HttpsServer.create(free, 1024);
        secure.setHttpsConfigurator(new HttpsConfigurator(context(Path.of(arguments[0]))));
        serve(plain);
        serve(secure);
        System.out.println(
                "ready http://localhost:"
                        + plain.getAddress().getPort()
                        + " https://localhost:"
                        + secure.getAddress().getPort());
    }

    private static void serve(HttpServer server) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", LoadTarget::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, BODY.length);
        exchange.getResponseBody().write(BODY);
        exchange.close();
    }

    private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
