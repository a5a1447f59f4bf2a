package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.api.AdminCalls.Told;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Message;
import weservstatus.notify.SnsChannel;
import weservstatus.usecase.Audience;
import weservstatus.usecase.Deliver;

/** A channel that is tried by whoever sends, as an administrator sees it. */
class AdminChannelsTest {
    private static final Channel TOPIC =
            new SnsChannel(ChannelHead.of(new ChannelId("sns")), "arn:aws:sns:topic");

    private final AdminCalls calls = new AdminCalls();
    private final List<Message> sent = new ArrayList<>();

    @Test
    void aTryGoesOutOnceAndItsEndStandsAmongTheDeliveries() {
        Told asked = calls.post("channels/sns/test", "", "key-number-one");
        Told again = calls.post("channels/sns/test", "", "key-number-one");
        deliver();
        calls.post("channels/sns/test", "", "key-number-one");
        deliver();

        assertThat(asked.status()).as(asked.json().toString()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(asked.json());
        assertThat(sent)
                .singleElement()
                .satisfies(message ->
                        assertThat(message.facts().what())
                                .isEqualTo("Somebody tries whether messages arrive here."));
        Told deliveries = calls.get("deliveries");
        assertThat(deliveries.json().path("deliveries")).hasSize(1);
        assertThat(deliveries.json().at("/deliveries/0/message"))
                .isEqualTo(asked.json().path("message"));
        assertThat(deliveries.json().at("/deliveries/0/end").asString()).isEqualTo("sent");
        assertThat(calls.get("audit").json().at("/entries/0/action").asString()).isEqualTo("test");
    }

    @Test
    void aChannelThatIsNotThereIsSaidToBeSo() {
        assertThat(calls.post("channels/nowhere/test", "").status()).isEqualTo(202);
        deliver();

        assertThat(calls.get("deliveries").json().at("/deliveries/0/reason").asString())
                .isEqualTo("the channel is not configured any more");
        assertThat(calls.post("channels/No-where/test", "").status()).isEqualTo(404);
        assertThat(calls.call("POST", "channels/sns/test", "", Map.of()).status()).isEqualTo(400);
        assertThat(sent).isEmpty();
    }

    private void deliver() {
        new Deliver(
                        calls.table,
                        new Deliver.Settings(
                                calls.catalogue,
                                List.of(TOPIC),
                                (message, channel) -> {
                                    sent.add(message);
                                    return Delivery.SENT;
                                },
                                Audience.NOBODY,
                                Optional.empty(),
                                evidence -> Optional.empty()),
                        calls.clock)
                .run();
    }
}
