package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Runs the round of the slot that the scheduler's event names. */
public final class ProbeHandler implements RequestStreamHandler {
    private final ScheduledProbe probe;

    public ProbeHandler() {
        this(Wiring.ofEnvironment());
    }

    ProbeHandler(Wiring wiring) {
        probe = wiring.probe();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String line = probe.run(ProbeEvent.read(input), context.getAwsRequestId());
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
