package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells what waits in the outbox, whatever the event is that set it off. */
public final class NotifyHandler implements RequestStreamHandler {
    private final Live<Notification> notification;

    public NotifyHandler() {
        notification = Live.rehearsed(Wiring::notification, Rehearsal::notification);
    }

    NotifyHandler(Wiring wiring) {
        notification = Live.of(wiring, Wiring::notification);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String answer = notification.get().run(context.getAwsRequestId());
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
