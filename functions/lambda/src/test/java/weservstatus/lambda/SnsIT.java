package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.incident.Impact;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.SampleMessages;
import weservstatus.notify.SmsText;
import weservstatus.notify.SnsChannel;
import weservstatus.notify.SnsText;
import weservstatus.time.Slot;
import weservstatus.usecase.Confirmer;

/** What SNS must do with what {@link SnsSender} and {@link SnsConfirmer} tell it. */
@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SnsIT {
    private static final Message MESSAGE =
            SampleMessages.incident(Event.OPENED, Impact.MAJOR, "Pictures — übel — are down");

    private final AwsEndpoint aws;
    private final SnsClient client;

    SnsIT(AwsEndpoint aws) {
        this.aws = aws;
        client = aws.sns();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void aMessageComesWithItsSubjectItsTextAndWhatFiltersLookAt() {
        try (Mailbox mailbox = new Mailbox(aws)) {
            assertThat(send(mailbox.topic())).isEqualTo(Delivery.SENT);

            JsonNode told = mailbox.take(1).getFirst();
            assertThat(told.path("Subject").asString()).isEqualTo(SnsText.of(MESSAGE).subject());
            assertThat(told.path("Message").asString()).isEqualTo(SmsText.of(MESSAGE));
            assertThat(attribute(told, "id")).isEqualTo(MESSAGE.id().value());
            assertThat(attribute(told, "event")).isEqualTo("opened");
            assertThat(attribute(told, "impact")).isEqualTo("major");
            assertThat(attribute(told, "component")).contains(component());
        }
    }

    @Test
    void whoAskedForOneComponentHearsOfThatAlone() {
        try (Mailbox all = new Mailbox(aws);
                Mailbox some = Mailbox.filtered(aws, all.topic(), "component", component());
                Mailbox other = Mailbox.filtered(aws, all.topic(), "component", "another")) {
            assertThat(send(all.topic())).isEqualTo(Delivery.SENT);

            assertThat(all.take(1)).hasSize(1);
            assertThat(some.take(1)).hasSize(1);
            assertThat(other.isEmpty()).isTrue();
        }
    }

    @Test
    void aVisitorsFilterTakesWhatHeChoseAndWhatConcernsEverybody() {
        String chosen = SnsText.filterPolicy(Set.of(new ComponentId(component())));
        String otherwise = SnsText.filterPolicy(Set.of(new ComponentId("another")));
        Message forAll = about(List.of(), Event.OPENED);
        Message reminder = about(MESSAGE.parts(), Event.REMINDER);
        try (Mailbox all = new Mailbox(aws);
                Mailbox some = Mailbox.filtered(aws, all.topic(), chosen);
                Mailbox other = Mailbox.filtered(aws, all.topic(), otherwise)) {
            for (Message message : List.of(MESSAGE, forAll, reminder)) {
                assertThat(send(all.topic(), message)).isEqualTo(Delivery.SENT);
            }

            assertThat(all.take(3)).hasSize(3);
            assertThat(ids(some.take(2))).containsExactlyInAnyOrder(idOf(MESSAGE), idOf(forAll));
            assertThat(ids(other.take(1))).containsExactly(idOf(forAll));
            assertThat(some.isEmpty()).isTrue();
            assertThat(other.isEmpty()).isTrue();
        }
    }

    @Test
    void aVisitorIsAddedOnceWithTheFilterAndKeepsTheFirst() {
        List<String> refusals = new ArrayList<>();
        try (Mailbox mailbox = new Mailbox(aws)) {
            SnsTopicSubscriber subscriber =
                    new SnsTopicSubscriber(client, mailbox.topic(), refusals::add);
            String policy = SnsText.filterPolicy(Set.of(new ComponentId("page")));
            subscriber.subscribe("ada@example.org", policy);
            subscriber.subscribe("ada@example.org", policy);
            subscriber.subscribe("ada@example.org", SnsText.filterPolicy(Set.of()));

            assertThat(aws.subscribers(mailbox.topic()))
                    .filteredOn("ada@example.org"::equals)
                    .hasSize(1);
            assertThat(refusals).allMatch(said -> !said.contains("ada"));
        }
    }

    @Test
    void anOrderGoesToItsPlaceAlone() {
        try (Mailbox all = new Mailbox(aws);
                Mailbox tokyo = Mailbox.filtered(aws, all.topic(), SnsConfirmer.LOCATION, "tokyo");
                Mailbox here = Mailbox.filtered(aws, all.topic(), SnsConfirmer.LOCATION, "here")) {
            new SnsConfirmer(client, all.topic()).confirm(order());

            JsonNode order =
                    JsonMapper.shared()
                            .readTree(tokyo.take(1).getFirst().path("Message").asString());
            assertThat(order.path("number").asInt()).isEqualTo(2);
            assertThat(order.at("/checks/0").asString()).isEqualTo("webp");
            assertThat(all.take(1)).hasSize(1);
            assertThat(here.isEmpty()).isTrue();
        }
    }

    @Test
    void aTopicThatIsNotThereRefusesForGood() {
        assertThat(send("arn:aws:sns:eu-central-1:000000000000:no-such-topic"))
                .isInstanceOf(Delivery.Refused.class);
    }

    private static Confirmer.Order order() {
        Slot slot = Slot.containing(SampleMessages.BEGAN, Duration.ofMinutes(1));
        return new Confirmer.Order(new LocationId("tokyo"), slot, 2, Set.of(new CheckId("webp")));
    }

    private static Message about(List<Message.Part> parts, Event event) {
        return new Message(
                MessageId.of("incident/" + parts.size(), event, ""),
                event,
                MESSAGE.about(),
                MESSAGE.page(),
                MESSAGE.heading(),
                parts,
                MESSAGE.facts(),
                MESSAGE.look(),
                MESSAGE.advice(),
                MESSAGE.at());
    }

    private static String idOf(Message message) {
        return message.id().value();
    }

    private static List<String> ids(List<JsonNode> told) {
        return told.stream().map(one -> attribute(one, "id")).toList();
    }

    private Delivery send(String topic) {
        return send(topic, MESSAGE);
    }

    private Delivery send(String topic, Message message) {
        SnsSender sender =
                new SnsSender(
                        client,
                        (ignored, channel) ->
                                new Delivery.Failed("no other channel here", Optional.empty()));
        return sender.send(message, new SnsChannel(ChannelHead.of(new ChannelId("sns")), topic));
    }

    private static String component() {
        return MESSAGE.parts().getFirst().id().value();
    }

    private static String attribute(JsonNode told, String name) {
        return told.path("MessageAttributes").path(name).path("Value").asString("");
    }
}
