package weservstatus.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.Handshake;
import weservstatus.observe.TlsFacts;

/**
 * Leaves the decision to the shared trust and remembers which certificates one connection showed,
 * so that a refusal can name them. It names no issuers itself: the HTTP client would index them all
 * for each connection, for a purpose that probes do not have.
 */
final class ChainWitness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private volatile List<X509Certificate> chain = List.of();

    ChainWitness(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    /** The server's certificates, its own first; empty before they came. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** What a completed handshake showed. */
    TlsFacts facts(Handshake handshake) {
        return new TlsFacts(
                handshake.tlsVersion().javaName(),
                handshake.cipherSuite().javaName(),
                expires(),
                chain.stream().map(c -> c.getSubjectX500Principal().getName()).toList());
    }

    /** The earliest end of validity in the chain. */
    Instant expires() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        chain = List.of(shown);
        trust.checkServerTrusted(shown, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        chain = List.of(shown);
        trust.checkServerTrusted(shown, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType)
            throws CertificateException {
        chain = List.of(shown);
        trust.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static CertificateException notAServer() {
        return new CertificateException("a probe is never a server");
    }
}
