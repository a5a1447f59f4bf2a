package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weservstatus.api.Response;

/** Answers the public API behind an HTTP API. */
public final class StatusApiHandler implements RequestStreamHandler {
    private final Live<StatusApi> statusApi;

    public StatusApiHandler() {
        statusApi = Live.rehearsed(Wiring::statusApi, Rehearsal::statusApi);
    }

    StatusApiHandler(Wiring wiring) {
        statusApi = Live.of(wiring, Wiring::statusApi);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        Response response = statusApi.get().answer(ApiEvent.read(input), context.getAwsRequestId());
        output.write(ApiEvent.write(response));
    }
}
