package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Runs the round that the scheduler or the review asks for. */
public final class ProbeHandler implements RequestStreamHandler {
    private final ProbeRuns probe;

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
