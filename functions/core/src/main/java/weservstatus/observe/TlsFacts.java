package weservstatus.observe;

import java.time.Instant;
import java.util.List;

/**
 * What a TLS handshake showed.
 *
 * @param version such as {@code TLSv1.3}
 * @param expires the earliest end of validity in the chain
 * @param chain subject of each certificate, the server's first
 */
public record TlsFacts(String version, String cipher, Instant expires, List<String> chain) {
    public TlsFacts {
        chain = List.copyOf(chain);
    }
}
