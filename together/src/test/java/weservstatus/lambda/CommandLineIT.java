package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.lambda.CommandLine.Said;
import weservstatus.lambda.Stacks.Stack;

/**
 * Every command of an administrator against a stack that is deployed as it is: signed with what the
 * environment holds, checked by the gateway, answered by the zip under the real runtime client. The
 * steps follow on each other.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {
    /** All that an administrator needs; API Gateway checks it, the function trusts that. */
    private static final String MAY_ADMINISTER =
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "execute-api:Invoke",
             "Resource": "arn:aws:execute-api:eu-central-1:*:*/$default/*/api/v1/admin/*"}]}
            """;

    /** Each a command of about a second. */
    private static final int MOST_WAITS = 60;

    private static final int NOT_LET_IN = 7;
    private static final int UNREACHABLE = 6;
    private static final int NOT_FOUND = 4;

    private final Path folder;
    private final Stacks stacks;
    private Map<String, String> administrator = Map.of();
    private Optional<Stack> stack = Optional.empty();
    private Optional<CommandLine> commands = Optional.empty();

    CommandLineIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.stacks = new Stacks(folder);
    }

    @BeforeAll
    void deploy() throws Exception {
        administrator = stacks.user("ada", MAY_ADMINISTER);
        Stack deployed = stacks.deploy("status");
        stack = Optional.of(deployed);
        commands = Optional.of(awake(deployed));
    }

    @AfterAll
    void close() {
        stacks.close();
    }

    @Test
    @Order(1)
    void aWrongSignatureIsRefusedAndSoIsNone() throws Exception {
        Map<String, String> forged = new HashMap<>(administrator);
        forged.put("AWS_SECRET_ACCESS_KEY", "guessed");
        String[] words = {"incident", "open", "Down", "-t", "x"};
        Said wrong = line().as(forged).run(words);
        Said other =
                line().as(stacks.user("eve", MAY_ADMINISTER.replace("admin", "other"))).run(words);
        Said nobody = line().as(Map.of()).run(words);

        for (Said refused : List.of(wrong, other)) {
            assertThat(refused.code()).as(refused.toString()).isEqualTo(NOT_LET_IN);
            assertThat(refused.err()).contains("403");
        }
        assertThat(nobody.code()).as(nobody.toString()).isEqualTo(NOT_LET_IN);
        assertThat(nobody.err()).startsWith("no credentials of AWS: ");
        assertThat(json("incident list").path("incidents")).isEmpty();
        assertThat(stack().ask("GET", "/api/v1/admin/incidents", "").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void anIncidentIsOpenedExplainedCorrectedMergedAndResolved() throws Exception {
        String id = id("incident open Down -c website=partial_outage -t Looking --started -20m");
        String other = id("incident open Slow -c website=degraded_performance -t Slow.");

        assertThat(line("incident list --open").out()).contains(id, other, "Down");
        String update =
                json("incident update " + id + " -t Found. --status identified")
                        .at("/updates/1/id")
                        .asString();
        json("incident edit " + id + " --update " + update + " -t Disk.");
        json("incident edit " + id + " --title Broken --impact major --acknowledge");
        json("incident merge " + id + " " + other);
        json("incident resolve " + id + " -t Mended.");

        JsonNode shown = json("incident show " + id);
        assertThat(shown.path("title").asString()).isEqualTo("Broken");
        assertThat(shown.path("impact").asString()).isEqualTo("major");
        assertThat(shown.path("updates").findValuesAsString("body"))
                .contains("Looking", "Disk.", "Slow.", "Mended.")
                .doesNotContain("Found.");
        assertThat(line("incident show " + other).code()).isEqualTo(NOT_FOUND);
        assertThat(json("incident list --open").path("incidents")).isEmpty();
    }

    @Test
    @Order(3)
    void workIsPlannedChangedAndCalledOff() throws Exception {
        String id = id("maintenance plan Disks -c website --start +1h --end +2h -t New.");
        json("maintenance change " + id + " --title Fans");
        LocalDate soon = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(7);
        String again =
                id(
                        "maintenance plan Daily -c website --rule FREQ=DAILY --zone Europe/Berlin --first "
                                + soon
                                + "T02:30 --length PT1H -t Again.");

        assertThat(line("maintenance list").out()).contains(id, "Fans", again, "Daily");
        json("maintenance cancel " + id);
        assertThat(json("maintenance list").toString()).contains("\"cancelled\"");
    }

    @Test
    @Order(4)
    void aComponentIsWhatSomebodySaysUntilItEnds() throws Exception {
        json("component override website degraded --for 2h --reason Known.");
        assertThat(line("component override list").out()).contains("website", "Known.");
        json("component override website major --until +1h --reason Worse.");
        assertThat(json("component override list").at("/overrides/0/status").asString())
                .isEqualTo("major_outage");

        assertThat(line("component override end website").code()).isZero();
        assertThat(json("component override list").path("overrides")).isEmpty();
    }

    @Test
    @Order(5)
    void wordsArePreparedUsedAndForgotten() throws Exception {
        json("template create slow Slow-in-{{region}} -t Pictures-are-late-in-{{region}}.");
        json("template create gone Gone -t Gone.");
        json("template change slow --title Late-in-{{region}}");
        assertThat(line("template list").out()).contains("slow", "gone");
        assertThat(json("template show slow").path("fields").toString()).contains("region");
        String id = id("incident open --template slow -f region=Asia -c website=operational");
        assertThat(json("incident show " + id).path("title").asString()).isEqualTo("Late-in-Asia");
        json("incident resolve " + id + " -t Mended.");

        assertThat(line("template remove gone").code()).isZero();
        assertThat(line("template show gone").code()).isEqualTo(NOT_FOUND);
    }

    @Test
    @Order(6)
    void aVisitorOfTheTopicIsShownAndRemoved() throws Exception {
        for (String address : List.of("ada@example.org", "bob@example.org")) {
            String wish = "{\"email\": \"%s\", \"components\": [\"website\"]}".formatted(address);
            assertThat(stack().ask("POST", "/api/v1/subscriptions", wish).statusCode())
                    .isEqualTo(202);
        }
        Said listed = line("subscriber list");
        assertThat(listed.out()).contains("ada@example.org", "bob@example.org", "topic", "website");
        String id =
                json("subscriber list")
                        .path("subscribers")
                        .valueStream()
                        .filter(one -> one.path("address").asString().startsWith("ada"))
                        .map(one -> one.path("id").asString())
                        .findFirst()
                        .orElseThrow();

        assertThat(line("subscriber remove " + id).code()).isZero();
        assertThat(line("subscriber list").out())
                .contains("bob@example.org")
                .doesNotContain("ada@example.org");
        assertThat(stacks.aws().subscribers(stack().output("TopicArn")))
                .doesNotContain("ada@example.org");
        assertThat(line("subscriber remove " + id).code()).isEqualTo(NOT_FOUND);
        Said pending = line("subscriber remove pending");
        assertThat(pending.code()).isEqualTo(2);
        assertThat(pending.err()).contains("SNS gives an address no id");
    }

    @Test
    @Order(7)
    void messagesAreSilencedAndWhatBecameOfThemIsTold() throws Exception {
        String id = id("silence begin Known. --until +2h -c website");
        assertThat(line("silence list").out()).contains(id, "website");
        assertThat(line("silence end " + id).code()).isZero();
        JsonNode sent = json("deliveries").path("deliveries");
        for (int wait = 0; wait < MOST_WAITS && sent.size() < 2; wait++) {
            sent = json("deliveries").path("deliveries");
        }

        assertThat(sent.findValuesAsString("receiver")).contains("channel/sns");
        assertThat(line("deliveries").out()).contains("channel/sns", "opened", "sent");
        assertThat(line("audit").out()).contains(":user/ada", "silence", "remove");
    }

    @Test
    @Order(8)
    void aChannelIsTriedFromWhereMessagesGoOut() throws Exception {
        try (Mailbox mailbox = Mailbox.of(stacks.aws(), stack().output("TopicArn"))) {
            Said sent = line("channel test sns");
            assertThat(sent.code()).as(sent.toString()).isZero();
            assertThat(sent.out()).isEqualTo("sent to sns\n");
            assertThat(mailbox.take(1).getFirst().path("Message").asString()).contains("sns");
        }
        Said nowhere = line("channel test nowhere");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.out()).contains("refused for good: the channel is not configured");
    }

    @Test
    @Order(9)
    void whatIsExportedComesIntoAnEmptyStackAndThePageIsTheSame() throws Exception {
        Said exported = line("export");
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()).startsWith("{\"format\":\"weserv-status export\"");
        assertThat(exported.out()).doesNotContain("bob@example.org");
        Path file = Files.writeString(folder.resolve("export.ndjson"), exported.out());
        List<JsonNode> before = page(stack());
        Stack empty = stacks.deploy("other");
        CommandLine other = awake(empty);

        Said imported = other.run("import", file.toString());
        for (int again = 0; again < Stacks.PATIENCE && imported.code() == UNREACHABLE; again++) {
            imported = other.run("import", file.toString());
        }
        assertThat(imported.code()).as(imported.err()).isZero();
        List<JsonNode> after = page(empty);
        for (int wait = 0; wait < MOST_WAITS && !after.equals(before); wait++) {
            // A review of either stack may be under way.
            assertThat(other.run("audit").code()).isZero();
            before = page(stack());
            after = page(empty);
        }
        assertThat(after).isEqualTo(before).hasSize(2);
        assertThat(other.run("template", "show", "slow").code()).isZero();
        assertThat(other.run("import", file.toString()).code()).isZero();
        Path changed = Files.writeString(folder.resolve("other.ndjson"), exported.out() + "\n");
        assertThat(other.run("import", changed.toString()).err()).contains("not empty");
    }

    /**
     * What the page says happened. How the components are now and whether the monitor sees anything
     * depends on how many rounds each stack has made by now.
     */
    private static List<JsonNode> page(Stack stack) throws Exception {
        var answer = stack.ask("GET", "/api/v2/incidents.json", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<JsonNode> told = new ArrayList<>();
        for (JsonNode incident : JsonMapper.shared().readTree(answer.body()).path("incidents")) {
            if (!incident.path("name").asString().equals("The monitor is blind")) {
                ((ObjectNode) incident).remove("components");
                told.add(incident);
            }
        }
        return told;
    }

    private CommandLine line() {
        return commands.orElseThrow();
    }

    private Said line(String words) throws Exception {
        return line().run(words.split(" ", -1));
    }

    private JsonNode json(String words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
        all.addAll(List.of("-o", "json"));
        Said said = line().run(all.toArray(String[]::new));
        assertThat(said.code()).as(words + "\n" + said.err()).isZero();
        return said.json();
    }

    private String id(String words) throws Exception {
        return json(words).path("id").asString();
    }

    private Stack stack() {
        return stack.orElseThrow();
    }

    /** The command line for a stack whose function has started. */
    private CommandLine awake(Stack deployed) throws Exception {
        CommandLine line = new CommandLine(folder, deployed.gateway(), administrator);
        Said said = line.run("incident", "list");
        for (int again = 0; again < Stacks.PATIENCE && said.code() == UNREACHABLE; again++) {
            said = line.run("incident", "list");
        }
        assertThat(said.code()).as(said.err()).isZero();
        return line;
    }
}
