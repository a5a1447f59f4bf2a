package weservstatus.probe;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Makes the plain socket of one connection. */
final class ProbeSockets extends SocketFactory {
    private final TlsTurn turn;
    private final WireBudget budget;

    ProbeSockets(TlsTurn turn, WireBudget budget) {
        this.turn = turn;
        this.budget = budget;
    }

    @Override
    public Socket createSocket() throws SocketException {
        return new ProbeSocket(turn, budget);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unconnectedOnly();
    }

    private static UnsupportedOperationException unconnectedOnly() {
        return new UnsupportedOperationException("the HTTP client connects its sockets itself");
    }
}
