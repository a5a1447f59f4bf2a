package weservstatus.lambda;

import java.net.URI;
import java.util.Optional;
import weservstatus.process.ChildProcess;

/**
 * What the tests take for AWS.
 *
 * @param name for people
 * @param stop ends it, if it is ours to end
 */
record Emulator(String name, AwsEndpoint endpoint, Runnable stop) implements AutoCloseable {

    /**
     * The one whose address {@code AWS_ENDPOINT_URL} gives, else the one that the system property
     * {@code emulator} names: {@code ministack}, which is the usual one, or {@code localstack}.
     */
    static Emulator find() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
                .map(address ->
                        new Emulator("another", new AwsEndpoint(URI.create(address)), () -> {}))
                .orElseGet(() -> named(System.getProperty("emulator", "ministack")));
    }

    private static Emulator named(String name) {
        return switch (name) {
            case "ministack" -> ministack();
            case "localstack" -> LocalStack.start();
            default ->
                    throw new IllegalArgumentException(
                            "no emulator " + name + ": say ministack or localstack");
        };
    }

    private static Emulator ministack() {
        ChildProcess process = MiniStack.start();
        return new Emulator("MiniStack", new AwsEndpoint(process.address()), process::close);
    }

    @Override
    public void close() {
        stop.run();
    }
}
