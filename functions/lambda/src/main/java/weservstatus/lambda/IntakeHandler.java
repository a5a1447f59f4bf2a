package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weservstatus.api.Response;

/** Takes what strangers send, behind an HTTP API. */
public final class IntakeHandler implements RequestStreamHandler {
    private final Live<Intake> intake;

    public IntakeHandler() {
        intake = Live.rehearsed(Wiring::intake, Rehearsal::intake);
    }

    IntakeHandler(Wiring wiring) {
        intake = Live.of(wiring, Wiring::intake);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        Response response = intake.get().answer(ApiEvent.read(input), context.getAwsRequestId());
        output.write(ApiEvent.write(response));
    }
}
