package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weservstatus.api.Response;

/** Answers administrators, whom IAM has let in. */
public final class AdminHandler implements RequestStreamHandler {
    private final AdminApi adminApi;

    public AdminHandler() {
        this(Wiring.ofEnvironment());
    }

    AdminHandler(Wiring wiring) {
        adminApi = wiring.adminApi();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        Response response = adminApi.answer(ApiEvent.read(input), context.getAwsRequestId());
        output.write(ApiEvent.write(response));
    }
}
