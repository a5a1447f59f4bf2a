package weservstatus.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import weservstatus.local.AdminToken;

/** Which monitor is administered, and how results are printed. */
final class AdminOptions {
    /** How results are printed. */
    enum Output {
        TABLE,
        JSON
    }

    private static final String TOKEN = "WESERV_STATUS_TOKEN";
    private static final String ENDPOINT = "WESERV_STATUS_ENDPOINT";
    private static final URI HERE = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Address of the monitor; $" + ENDPOINT + " or http://127.0.0.1:8080.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of a monitor on this machine, which holds its token; a folder of the"
                            + " installation by default, and $"
                            + TOKEN
                            + " before both.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--aws",
            paramLabel = "REGION",
            description =
                    "Signs for a monitor on AWS in this region, with the credentials that AWS's"
                            + " own tools would use; read from the address of an API Gateway.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table for people, json for programs; ${DEFAULT-VALUE}.")
    private Output output = Output.TABLE;

    boolean isJson() {
        return output == Output.JSON;
    }

    /** Whether the command line names the monitor by its address. */
    boolean isAddressed() {
        return endpoint.isPresent();
    }

    /** The same, or the environment does and no folder is named. */
    boolean isAddressed(Surroundings surroundings) {
        return isAddressed() || (data.isEmpty() && surroundings.variable(ENDPOINT).isPresent());
    }

    /** Of a monitor on this machine. */
    Path folder(Surroundings surroundings) {
        return data.orElse(surroundings.home().resolve("data").resolve("run"));
    }

    boolean namesFolder() {
        return data.isPresent();
    }

    AdminSession open(Surroundings surroundings) {
        URI chosen =
                endpoint.or(() -> surroundings.variable(ENDPOINT).map(URI::create)).orElse(HERE);
        return new AdminSession(chosen, proof(chosen, surroundings));
    }

    /** A gateway of AWS takes signatures, everybody else a token. */
    private Proof proof(URI chosen, Surroundings surroundings) {
        return region.or(() -> AwsProof.region(chosen))
                .<Proof>map(name ->
                        new AwsProof(
                                name,
                                DefaultCredentialsProvider.builder().build(),
                                surroundings.clock()))
                .orElseGet(() -> Proof.token(token(surroundings)));
    }

    private String token(Surroundings surroundings) {
        Path folder = folder(surroundings);
        return surroundings
                .variable(TOKEN)
                .or(() -> AdminToken.find(folder))
                .orElseThrow(() ->
                        new NotDone(
                                ExitCode.NOT_LET_IN,
                                "no token: %s has no admin-token that can be read; give --data DIR or set %s"
                                        .formatted(folder, TOKEN)));
    }
}
