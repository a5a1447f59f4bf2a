package weservstatus.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;

/**
 * A plain socket, directly to the peer and with Nagle off, that gives up its turn while it waits
 * for the peer's handshake and refuses an endless header.
 */
final class ProbeSocket extends Socket {
    private final TlsTurn turn;
    private final WireBudget budget;

    ProbeSocket(TlsTurn turn, WireBudget budget) throws SocketException {
        super(Proxy.NO_PROXY);
        this.turn = turn;
        this.budget = budget;
        setTcpNoDelay(true);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Incoming(super.getInputStream());
    }

    private final class Incoming extends FilterInputStream {
        Incoming(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count =
                    waiting()
                            ? readWithoutTurn(target, offset, length)
                            : in.read(target, offset, length);
            budget.spend(count);
            return count;
        }

        private boolean waiting() throws IOException {
            return turn.isHandshaking() && in.available() == 0;
        }

        private int readWithoutTurn(byte[] target, int offset, int length) throws IOException {
            turn.pause();
            int count = in.read(target, offset, length);
            turn.resume();
            return count;
        }
    }
}
