package weservstatus.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import weservstatus.text.AddressBlock;

/** Where the page is served and where everything is kept; shared by run and demo. */
final class ServerOptions {
    private static final int MOST = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the page on 127.0.0.1, 0 for a free one; ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps everything; a folder of the installation by default.")
    Optional<Path> data = Optional.empty();

    @Option(
            names = "--admin-host",
            paramLabel = "NAME",
            description =
                    "Host name under which a proxy of yours may hand on to the admin API; without"
                            + " it administrators come over loopback alone.")
    List<String> adminHosts = List.of();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "NET",
            description =
                    "Address or block, such as 192.0.2.0/24, of a proxy before the one on this"
                            + " machine: its word for who visits is believed.")
    List<String> proxies = List.of();

    /**
     * @throws BadInput naming what is no block of addresses
     */
    List<AddressBlock> proxies() {
        return proxies.stream().map(ServerOptions::block).toList();
    }

    private static AddressBlock block(String text) {
        try {
            return AddressBlock.parse(text);
        } catch (IllegalArgumentException notABlock) {
            throw new BadInput(
                    "--trusted-proxy: "
                            + text
                            + " is no block of addresses; give one like 192.0.2.0/24");
        }
    }

    /** As they stand in a request. */
    Set<String> adminHosts() {
        return adminHosts.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * @throws BadInput when it cannot be a port
     */
    int port() {
        if (port < 0 || port > MOST) {
            throw new BadInput("--port: " + port + " is no port; give 0 to " + MOST);
        }
        return port;
    }

    Path data(Path home, String name) {
        return data.orElseGet(() -> home.resolve("data").resolve(name));
    }
}
