package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Finishes what was counted, once an hour. */
public final class RollUpHandler implements RequestStreamHandler {
    private final HourlyRun hourly;

    public RollUpHandler() {
        this(Wiring.ofEnvironment());
    }

    RollUpHandler(Wiring wiring) {
        hourly = wiring.rollUp();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String line = hourly.run(ProbeEvent.due(input), context.getAwsRequestId());
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
