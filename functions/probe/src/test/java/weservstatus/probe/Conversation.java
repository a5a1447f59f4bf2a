package weservstatus.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One accepted connection of a {@link ScriptedServer}, as its script sees it. */
final class Conversation {
    private static final int DROP = 4;

    private final Socket socket;
    private final CountDownLatch serverClosed;

    Conversation(Socket socket, CountDownLatch serverClosed) {
        this.socket = socket;
        this.serverClosed = serverClosed;
    }

    /** Reads to the empty line; null-free: a closed peer gives what came. */
    String readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends the text a few bytes at a time. */
    void drip(String text, Duration pause) throws IOException, InterruptedException {
        for (int at = 0; at < text.length(); at += DROP) {
            send(text.substring(at, Math.min(text.length(), at + DROP)));
            linger(pause);
        }
    }

    /** Closes with a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Lets time pass, but ends with the server. */
    boolean linger(Duration time) throws InterruptedException {
        return serverClosed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says nothing more until the server is closed. */
    void staySilent() throws InterruptedException {
        serverClosed.await();
    }

    Socket socket() {
        return socket;
    }
}
