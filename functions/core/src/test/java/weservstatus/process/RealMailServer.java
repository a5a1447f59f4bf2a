package weservstatus.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SMTP server aiosmtpd in a process of its own, and the authority that its name is proven by.
 */
public final class RealMailServer implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("repository.root"));

    private final Process process;
    private final BufferedReader out;
    private final Path folder;
    private final int port;

    private RealMailServer(Path folder, List<String> options) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("mails"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ROOT.resolve(".cache/venv/mail/bin/python").toString(),
                                ROOT.resolve("tools/clients/mail_server.py").toString(),
                                this.folder.toString()));
        command.addAll(options);
        this.process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("mail-server.log").toFile())
                        .start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException(Files.readString(folder.resolve("mail-server.log")));
        }
        this.port = Integer.parseInt(line.strip());
    }

    /** One that knows no TLS. */
    public static RealMailServer plain(Path folder, String... options) throws IOException {
        return new RealMailServer(folder, List.of(options));
    }

    /**
     * One with a certificate for {@code localhost}.
     *
     * @param tls starttls or implicit
     */
    public static RealMailServer secure(Path folder, String tls, String... options)
            throws IOException, InterruptedException {
        certificate(folder);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--tls",
                                tls,
                                "--cert",
                                folder.resolve("cert.pem").toString(),
                                "--key",
                                folder.resolve("key.pem").toString()));
        all.addAll(List.of(options));
        return new RealMailServer(folder, all);
    }

    private static void certificate(Path folder) throws IOException, InterruptedException {
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:prime256v1",
                                "-nodes",
                                "-days",
                                "2",
                                "-subj",
                                "/CN=localhost",
                                "-addext",
                                "subjectAltName=DNS:localhost",
                                "-keyout",
                                folder.resolve("key.pem").toString(),
                                "-out",
                                folder.resolve("cert.pem").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("openssl.log").toFile())
                        .start();
        if (openssl.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("openssl.log")));
        }
    }

    /** Trusts this server's certificate alone. */
    public static SSLSocketFactory trust(Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(folder.resolve("cert.pem"))) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Waits for one more mail and returns it. */
    public JsonNode next() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the mail server is gone");
        }
        return JsonMapper.shared().readTree(folder.resolve(line.strip() + ".json").toFile());
    }

    /** What was taken so far, in no order. */
    public List<JsonNode> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> JsonMapper.shared().readTree(file.toFile()))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        out.close();
    }
}
