package weservstatus.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import weservstatus.local.DataFolder;
import weservstatus.store.Chain;
import weservstatus.store.RawStore;
import weservstatus.store.Sha256Hex;

/** Says whether the finished days are those that were once written. */
@Command(
        name = "verify-history",
        description = "Checks the chain of finished days and the raw rows that it vouches for.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is as it was written",
            "1:something was changed",
            "2:cannot be read"
        })
final class VerifyHistoryCommand implements Callable<Integer> {
    /** Where the history is. */
    private static final class Source {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Folder of a monitor; may be in use.")
        private Optional<Path> data = Optional.empty();

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                description = "Address of a page, such as https://status.example.org.")
        private Optional<URI> endpoint = Optional.empty();
    }

    @ArgGroup private Source source = new Source();

    private final Surroundings surroundings;

    VerifyHistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Shelf shelf =
                source.data
                        .<Shelf>map(VerifyHistoryCommand::folder)
                        .orElseGet(() -> new PageShelf(endpoint()));
        Chain chain = Chain.read(shelf.chain());
        Optional<String> fault = chain.firstBreak().or(() -> altered(chain, shelf));
        if (fault.isPresent()) {
            surroundings.err().println(fault.get());
            return ExitCode.FAILED;
        }
        surroundings.out().println(summary(chain));
        return ExitCode.GOOD;
    }

    private URI endpoint() {
        return source.endpoint.orElseThrow(
                () -> new BadInput("nothing to verify: give --data DIR or --endpoint URL"));
    }

    private static Shelf folder(Path data) {
        if (!Files.isDirectory(data)) {
            throw new BadInput("--data: there is no folder " + data);
        }
        return new FolderShelf(new RawStore(DataFolder.blobs(data)));
    }

    private static Optional<String> altered(Chain chain, Shelf shelf) {
        return chain.links().stream()
                .skip(Math.max(0, chain.links().size() - RawStore.DAYS_KEPT))
                .flatMap(link -> fault(link, shelf).stream())
                .findFirst();
    }

    private static Optional<String> fault(Chain.Link link, Shelf shelf) {
        Optional<byte[]> bytes = shelf.day(link.day());
        if (bytes.isEmpty()) {
            return Optional.of(link.day() + ": its raw rows are missing");
        }
        return Sha256Hex.of(bytes.get()).equals(link.sha256())
                ? Optional.empty()
                : Optional.of(link.day() + ": its raw rows are not those that were written");
    }

    private static String summary(Chain chain) {
        int days = chain.links().size();
        return days == 0
                ? "no day is finished yet"
                : days
                        + " finished days, "
                        + chain.links().getFirst().day()
                        + " to "
                        + chain.links().getLast().day()
                        + ", each as it was written; the last line's digest is "
                        + chain.head();
    }
}
