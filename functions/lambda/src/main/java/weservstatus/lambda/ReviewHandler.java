package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reviews after each batch of new rounds in the table's stream. */
public final class ReviewHandler implements RequestStreamHandler {
    private final Live<StreamReview> review;

    public ReviewHandler() {
        review = Live.rehearsed(Wiring::review, Rehearsal::review);
    }

    ReviewHandler(Wiring wiring) {
        review = Live.of(wiring, Wiring::review);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String answer = review.get().run(ReviewEvent.read(input), context.getAwsRequestId());
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
