package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Finishes what was counted, once an hour. */
public final class RollUpHandler implements RequestStreamHandler {
    private final Live<HourlyRun> hourly;

    public RollUpHandler() {
        hourly = Live.rehearsed(Wiring::rollUp, Rehearsal::rollUp);
    }

    RollUpHandler(Wiring wiring) {
        hourly = Live.of(wiring, Wiring::rollUp);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String line = hourly.get().run(ProbeEvent.due(input), context.getAwsRequestId());
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
