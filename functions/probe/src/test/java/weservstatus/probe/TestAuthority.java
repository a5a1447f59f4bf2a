package weservstatus.probe;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate authority of the test's own that issues any certificate, however wrong. */
final class TestAuthority {
    private static final char[] PASSWORD = "test".toCharArray();
    private static final Duration YEAR = Duration.ofDays(365);

    private final KeyPair keys = newKeys();
    private final X500Name name;
    private final X509Certificate certificate;
    private final Instant now = Instant.now();

    TestAuthority(String commonName) {
        this.name = new X500Name("CN=" + commonName);
        this.certificate = root();
    }

    /** Trusts this authority and no other. */
    X509ExtendedTrustManager trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", certificate);
            return Trust.of(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server context with a certificate for the hosts that is valid for a year around now. */
    SSLContext serverFor(String... hosts) {
        return server(now.minus(YEAR), now.plus(YEAR), hosts);
    }

    SSLContext server(Instant from, Instant to, String... hosts) {
        try {
            KeyPair own = newKeys();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {leaf(own, from, to, hosts), certificate};
            store.setKeyEntry("server", own.getPrivate(), PASSWORD, chain);
            var keyManagers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate leaf(KeyPair own, Instant from, Instant to, String... hosts) {
        GeneralName[] names =
                Arrays.stream(hosts).map(TestAuthority::alternative).toArray(GeneralName[]::new);
        return sign(own, new X500Name("CN=" + hosts[0]), from, to, new GeneralNames(names));
    }

    private static GeneralName alternative(String host) {
        boolean literal = host.matches("[0-9.]+|.*:.*");
        return new GeneralName(literal ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private X509Certificate root() {
        return sign(keys, name, now.minus(YEAR), now.plus(YEAR.multipliedBy(2)), null);
    }

    private X509Certificate sign(
            KeyPair subject,
            X500Name subjectName,
            Instant from,
            Instant to,
            @Nullable GeneralNames alternatives) {
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(from),
                            Date.from(to),
                            subjectName,
                            subject.getPublic());
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(alternatives == null));
            if (alternatives != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives);
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
