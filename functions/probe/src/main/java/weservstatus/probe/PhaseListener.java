package weservstatus.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import weservstatus.observe.Phase;

/** Moves the phase clock along with the events of one call, all of which come on its own thread. */
final class PhaseListener extends EventListener {
    private final PhaseClock clock;
    private final TlsTurn turn;
    private Optional<Handshake> handshake = Optional.empty();

    PhaseListener(PhaseClock clock, TlsTurn turn) {
        this.clock = clock;
        this.turn = turn;
    }

    /** Empty without TLS, or before the handshake is complete. */
    Optional<Handshake> handshake() {
        return handshake;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        clock.enter(Phase.CONNECT);
    }

    @Override
    public void secureConnectStart(Call call) {
        clock.enter(Phase.TLS);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake done) {
        turn.end();
        handshake = Optional.ofNullable(done);
        clock.enter(Phase.FIRST_BYTE);
    }

    @Override
    public void connectEnd(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        clock.enter(Phase.FIRST_BYTE);
    }

    @Override
    public void connectFailed(
            Call call,
            InetSocketAddress address,
            Proxy proxy,
            @Nullable Protocol protocol,
            IOException cause) {
        turn.end();
    }

    /** Not at {@code responseHeadersStart}, which may announce an interim answer such as 103. */
    @Override
    public void responseHeadersEnd(Call call, Response response) {
        clock.enter(Phase.TRANSFER);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        clock.stop();
    }
}
