package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weservstatus.api.Response;

/** Answers administrators, whom IAM has let in. */
public final class AdminHandler implements RequestStreamHandler {
    private final Live<AdminApi> adminApi;

    public AdminHandler() {
        adminApi = Live.rehearsed(Wiring::adminApi, Rehearsal::adminApi);
    }

    AdminHandler(Wiring wiring) {
        adminApi = Live.of(wiring, Wiring::adminApi);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        Response response = adminApi.get().answer(ApiEvent.read(input), context.getAwsRequestId());
        output.write(ApiEvent.write(response));
    }
}
