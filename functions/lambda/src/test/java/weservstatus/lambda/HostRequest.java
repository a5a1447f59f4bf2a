package weservstatus.lambda;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A GET with a Host header of its own, as a browser that believes a name server would send it. */
record HostRequest(URI server, String host) {

    /**
     * An answer.
     *
     * @param head status line and headers
     */
    record Answered(int status, String head, String body) {}

    Answered get(String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
                            .formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            int status = Integer.parseInt(all.substring(9, 12));
            return new Answered(status, all.substring(0, end), all.substring(end + 4));
        }
    }
}
