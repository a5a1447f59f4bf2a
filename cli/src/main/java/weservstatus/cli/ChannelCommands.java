package weservstatus.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import weservstatus.config.Loaded;
import weservstatus.config.Suggestion;
import weservstatus.local.Network;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.text.Slug;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.TryChannel;

/** {@code channel …}: what can be done with the channels of a file. */
final class ChannelCommands {
    /** How long it takes until a monitor has tried a channel that answers slowly. */
    private static final int MOST_ASKED = 60;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private ChannelCommands() {}

    static void add(CommandLine line, Surroundings surroundings) {
        CommandLine channel = Cli.group(line, "channel", "Tries where messages go.");
        Cli.add(channel, new Try(surroundings));
    }

    /**
     * Sends from here, with the secrets of this environment; no monitor needs to run. With an
     * endpoint that monitor sends.
     */
    @Command(
            name = "test",
            description = "Sends a message to one channel that says that it is a try.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the receiver has it",
                "1:the receiver does not take it",
                "2:there is no such channel, or the configuration is not good"
            })
    private static final class Try implements Callable<Integer> {
        @Parameters(paramLabel = "CHANNEL", description = "Its id in the configuration.")
        private String id = "";

        @Mixin private TargetOptions target = new TargetOptions();

        @Mixin private AdminOptions admin = new AdminOptions();

        private final Surroundings surroundings;

        Try(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            return admin.isAddressed() ? there(admin.open(surroundings)) : here();
        }

        private int there(AdminSession session) {
            String message =
                    session.create("channels/" + id + "/test", AdminSession.JSON.createObjectNode())
                            .path("message")
                            .asString("");
            for (int asked = 0; asked < MOST_ASKED; asked++) {
                Optional<JsonNode> record = record(session, message);
                if (record.isPresent()) {
                    return say(record.get());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return say("not sent yet; it is tried again, see deliveries", ExitCode.FAILED);
        }

        private static Optional<JsonNode> record(AdminSession session, String message) {
            return session.get("deliveries?limit=200")
                    .json()
                    .path("deliveries")
                    .valueStream()
                    .filter(one -> one.path("message").asString("").equals(message))
                    .findFirst();
        }

        private int say(JsonNode record) {
            String reason = AdminCommand.clean(record.path("reason").asString(""));
            return switch (record.path("end").asString("")) {
                case "sent" -> say("sent to " + id, ExitCode.GOOD);
                case "refused" -> say("refused for good: " + reason, ExitCode.FAILED);
                default -> say("not sent: " + reason, ExitCode.FAILED);
            };
        }

        private int here() {
            Loaded.Valid file = target.loadAll(surroundings.home());
            Secrets secrets = Secrets.in(surroundings::variable);
            TryChannel trying =
                    new TryChannel(
                            file.catalogue(),
                            file.connections().channels(),
                            Network.sender(file.connections(), secrets, surroundings.clock()),
                            surroundings.clock());
            Optional<Delivery> delivery =
                    Optional.of(id).filter(Slug::isValid).map(ChannelId::new).flatMap(trying::run);
            return delivery.map(this::say).orElseThrow(() -> unknown(file));
        }

        private int say(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Sent _ -> say("sent to " + id, ExitCode.GOOD);
                case Delivery.Refused(String reason) ->
                        say("refused for good: " + reason, ExitCode.FAILED);
                case Delivery.Failed(String reason, var _) ->
                        say("not sent: " + reason, ExitCode.FAILED);
            };
        }

        private int say(String what, int exitCode) {
            surroundings.out().println(what);
            surroundings.out().flush();
            return exitCode;
        }

        private BadInput unknown(Loaded.Valid file) {
            return new BadInput(
                    "there is no channel %s; %s"
                            .formatted(
                                    id,
                                    Suggestion.among(
                                            id,
                                            file.connections().channels().stream()
                                                    .map(Channel::id)
                                                    .map(ChannelId::value)
                                                    .toList())));
        }
    }
}
