package weservstatus.probe;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.CipherSuite;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;

/** What all requests of a prober share: the client's fixed half, lookups, turns, trust. */
record Asking(
        OkHttpClient client, NameLookup names, TlsTurns turns, X509ExtendedTrustManager trust) {

    /**
     * Protocols and ciphers are stated here and not left to the JVM: the runtime client of AWS
     * Lambda loosens {@code jdk.tls.disabledAlgorithms}, and a probe there would accept what every
     * browser refuses. Forward secrecy is required.
     */
    private static final ConnectionSpec TLS =
            new ConnectionSpec.Builder(ConnectionSpec.RESTRICTED_TLS)
                    .tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)
                    .cipherSuites(
                            CipherSuite.TLS_AES_128_GCM_SHA256,
                            CipherSuite.TLS_AES_256_GCM_SHA384,
                            CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
                            CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA)
                    .build();

    static Asking with(ProbeSettings settings) {
        return new Asking(
                bareClient(),
                new NameLookup(settings.resolver(), settings.network()),
                new TlsTurns(),
                settings.trust());
    }

    /**
     * Nothing hidden: no second attempt, no second address, no redirect, no proxy, no connection
     * from before. The pool keeps no idle connection; a keep-alive of nanoseconds instead would
     * make it spin. All time-outs are the one deadline of the call.
     */
    private static OkHttpClient bareClient() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 5, TimeUnit.MINUTES))
                .connectionSpecs(List.of(TLS, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }
}
