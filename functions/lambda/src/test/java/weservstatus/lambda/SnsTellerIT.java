package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import tools.jackson.databind.JsonNode;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.usecase.StatusChange;
import weservstatus.verdict.ComponentStatus;

/** What a subscriber of the topic gets. */
@ExtendWith(EmulatorExtension.class)
class SnsTellerIT {
    private static final String ID = "2026-11-23T21:12:07.500Z/partial_outage";

    private final Mailbox mailbox;
    private final SnsClient client;

    SnsTellerIT(AwsEndpoint aws) {
        mailbox = new Mailbox(aws);
        client = aws.sns();
    }

    @AfterEach
    void close() {
        client.close();
        mailbox.close();
    }

    @Test
    void aChangeArrivesOnceWithSubjectTextAndAttributes() {
        StatusSnapshot snapshot = SampleSnapshots.incident();
        StatusChange change = change(snapshot);

        tell(change);

        assertThat(mailbox.take(1))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.path("Subject").asString())
                            .isEqualTo(SnsTeller.subject(change))
                            .startsWith("[" + snapshot.status().label() + "]")
                            .endsWith("before: operational");
                    assertThat(message.path("Message").asString())
                            .isEqualTo(SnsTeller.text(change))
                            .contains(snapshot.page().url().toString());
                    assertThat(attribute(message, "id")).isEqualTo(ID);
                    assertThat(attribute(message, "event")).isEqualTo("status_change");
                    assertThat(attribute(message, "status")).isEqualTo(snapshot.status().label());
                });
        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void aRepeatIsAnotherMessageWithTheSameId() {
        tell(change(SampleSnapshots.incident()));
        tell(change(SampleSnapshots.blind()));

        assertThat(mailbox.take(2))
                .hasSize(2)
                .allSatisfy(message -> assertThat(attribute(message, "id")).isEqualTo(ID))
                .extracting(message -> message.path("MessageId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void aTopicThatIsNotThereIsTrouble() {
        SnsTeller teller = new SnsTeller(client, mailbox.topic() + "-not");

        assertThatThrownBy(() -> teller.tell(change(SampleSnapshots.incident())))
                .isInstanceOf(NotFoundException.class);
    }

    private void tell(StatusChange change) {
        new SnsTeller(client, mailbox.topic()).tell(change);
    }

    private static StatusChange change(StatusSnapshot snapshot) {
        return new StatusChange(
                ID,
                ComponentStatus.OPERATIONAL,
                ComponentStatus.PARTIAL_OUTAGE,
                SampleSnapshots.NOW,
                snapshot);
    }

    private static String attribute(JsonNode message, String name) {
        assertThat(message.path("MessageAttributes").path(name).path("Type").asString())
                .isEqualTo("String");
        return message.path("MessageAttributes").path(name).path("Value").asString();
    }
}
