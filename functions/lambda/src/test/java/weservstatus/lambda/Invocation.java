package weservstatus.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands an event to a handler as Lambda's runtime does, and reads what it answers. */
final class Invocation {
    private Invocation() {}

    static JsonNode of(RequestStreamHandler handler, String event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    output,
                    new Requested());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonMapper.shared().readTree(output.toByteArray());
    }

    /** The context of request {@code request-1}; nothing else of it is used. */
    private static final class Requested implements Context {
        @Override
        public String getAwsRequestId() {
            return "request-1";
        }

        @Override
        public String getLogGroupName() {
            throw unused();
        }

        @Override
        public String getLogStreamName() {
            throw unused();
        }

        @Override
        public String getFunctionName() {
            throw unused();
        }

        @Override
        public String getFunctionVersion() {
            throw unused();
        }

        @Override
        public String getInvokedFunctionArn() {
            throw unused();
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw unused();
        }

        @Override
        public ClientContext getClientContext() {
            throw unused();
        }

        @Override
        public int getRemainingTimeInMillis() {
            throw unused();
        }

        @Override
        public int getMemoryLimitInMB() {
            throw unused();
        }

        @Override
        public LambdaLogger getLogger() {
            throw unused();
        }

        private static UnsupportedOperationException unused() {
            return new UnsupportedOperationException("no handler asks for this");
        }
    }
}
