package weservstatus.lambda;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the {@link AwsEndpoint} of the {@link Emulator}, which is started once for all test
 * classes and ends after the last. Which one it is, is printed.
 */
public final class EmulatorExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(EmulatorExtension.class);

    private static Emulator find() {
        Emulator emulator = Emulator.find();
        System.out.printf(
                "Integration tests speak to %s at %s%n",
                emulator.name(), emulator.endpoint().address());
        return emulator;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsEndpoint.class;
    }

    @Override
    public AwsEndpoint resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Emulator.class, key -> find(), Emulator.class)
                .endpoint();
    }
}
