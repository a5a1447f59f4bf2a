package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Makes the TLS socket of one connection. The context is new each time and knows no session, so
 * nothing can be resumed; only the trust is shared. A handshake begins with taking a turn.
 */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;
    private final TlsTurn turn;

    TlsSockets(TrustManager trust, TlsTurn turn) {
        this.sockets = newContext(trust).getSocketFactory();
        this.turn = turn;
    }

    private static SSLContext newContext(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
            throws IOException {
        turn.begin();
        return sockets.createSocket(plain, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw layeredOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw layeredOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw layeredOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw layeredOnly();
    }

    private static UnsupportedOperationException layeredOnly() {
        return new UnsupportedOperationException("TLS runs over a connected socket only");
    }
}
