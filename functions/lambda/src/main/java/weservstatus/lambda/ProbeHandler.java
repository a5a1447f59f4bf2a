package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Runs the round that the scheduler or the review asks for. */
public final class ProbeHandler implements RequestStreamHandler {
    private final Live<ProbeRuns> probe;

    public ProbeHandler() {
        probe = Live.rehearsed(Wiring::probe, Rehearsal::probe);
    }

    ProbeHandler(Wiring wiring) {
        probe = Live.of(wiring, Wiring::probe);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String line = probe.get().run(ProbeEvent.read(input), context.getAwsRequestId());
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
