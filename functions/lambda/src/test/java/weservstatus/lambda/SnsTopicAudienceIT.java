package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import weservstatus.check.ComponentId;
import weservstatus.notify.SnsText;
import weservstatus.usecase.TopicAudience.Member;

/** A visitor from the wish to the end, on an emulated SNS. */
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SnsTopicAudienceIT {
    private final AwsEndpoint aws;
    private final SnsClient client;

    SnsTopicAudienceIT(AwsEndpoint aws) {
        this.aws = aws;
        client = aws.sns();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void aVisitorIsListedWithTheChoiceAndTakenAwayAlone() {
        try (Mailbox queue = new Mailbox(aws)) {
            String chosen = SnsText.filterPolicy(Set.of(new ComponentId("page")));
            SnsTopicSubscriber subscriber =
                    new SnsTopicSubscriber(client, queue.topic(), refusal -> {});
            subscriber.subscribe("ada@example.org", chosen);
            subscriber.subscribe("bob@example.org", SnsText.filterPolicy(Set.of()));
            SnsTopicAudience audience = new SnsTopicAudience(() -> client, queue.topic());

            var listed = audience.list("", 50).orElseThrow();
            assertThat(listed.next()).isEmpty();
            assertThat(listed.members())
                    .extracting(Member::address)
                    .containsExactlyInAnyOrder("ada@example.org", "bob@example.org");
            Member ada =
                    listed.members().stream()
                            .filter(member -> member.address().startsWith("ada"))
                            .findFirst()
                            .orElseThrow();
            assertThat(audience.find(ada.id())).isEqualTo(Optional.of(ada));
            assertThat(ada.filterPolicy().flatMap(SnsText::chosen))
                    .contains(Set.of(new ComponentId("page")));

            audience.remove(ada.id());
            audience.remove(ada.id());
            assertThat(audience.find(ada.id())).isEmpty();
            assertThat(aws.subscribers(queue.topic()))
                    .contains("bob@example.org")
                    .doesNotContain("ada@example.org");
        }
    }
}
