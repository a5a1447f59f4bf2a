package weservstatus.lambda;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import weservstatus.process.ChildProcess;

/**
 * Hands tests an {@link AwsEndpoint}: the one named by {@code AWS_ENDPOINT_URL}, else a MiniStack
 * that is started once for all test classes and killed after the last. Which one it is, is printed.
 */
public final class EmulatorExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EmulatorExtension.class);

    /** The endpoint, and what is to be closed with it. */
    private record Emulator(AwsEndpoint endpoint, Optional<ChildProcess> process)
            implements AutoCloseable {
        static Emulator find() {
            Optional<String> given = Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"));
            Emulator emulator =
                    given.isPresent()
                            ? new Emulator(
                                    new AwsEndpoint(URI.create(given.get())), Optional.empty())
                            : started();
            System.out.println("Integration tests speak to " + emulator.endpoint().address());
            return emulator;
        }

        private static Emulator started() {
            ChildProcess process = MiniStack.start();
            return new Emulator(new AwsEndpoint(process.address()), Optional.of(process));
        }

        @Override
        public void close() {
            process.ifPresent(ChildProcess::close);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsEndpoint.class;
    }

    @Override
    public AwsEndpoint resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Emulator.class, key -> Emulator.find(), Emulator.class)
                .endpoint();
    }
}
