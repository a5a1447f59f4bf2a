package weservstatus.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers one exchange; whoever calls it closes the exchange. */
@FunctionalInterface
interface ExchangeHandler {
    void answer(HttpExchange exchange) throws IOException;
}
