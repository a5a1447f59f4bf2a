package weservstatus.lambda;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import weservstatus.status.StatusSnapshot;
import weservstatus.usecase.StatusChange;
import weservstatus.usecase.Teller;
import weservstatus.verdict.OutageChange;

/**
 * Tells all subscribers of a topic: a subject of one line, a text for people, and the attributes
 * {@code id}, {@code event} and {@code status} for filters and programs. SNS may deliver twice and
 * so may the review; a repeat has the same {@code id}.
 */
final class SnsTeller implements Teller {
    /** Beyond this SNS refuses a subject; it must be printable ASCII. */
    private static final int MAX_SUBJECT = 99;

    private final SnsClient client;
    private final String topic;

    SnsTeller(SnsClient client, String topic) {
        this.client = client;
        this.topic = topic;
    }

    @Override
    public void tell(StatusChange change) {
        publish(
                subject(change),
                text(change),
                Map.of(
                        "id", attribute(change.id()),
                        "event", attribute("status_change"),
                        "status", attribute(change.after().label())));
    }

    /** Whatever becomes of an outage changes the whole too, but that changes are no news now. */
    @Override
    public void tell(OutageChange change) {
        if (change.kind() == OutageChange.Kind.UNSTABLE) {
            publish(
                    "[unstable] " + change.outage().component(),
                    unstable(change),
                    Map.of(
                            "id", attribute(change.id()),
                            "event", attribute("unstable"),
                            "status", attribute(change.outage().status().label())));
        }
    }

    private void publish(
            String subject, String text, Map<String, MessageAttributeValue> attributes) {
        client.publish(request ->
                request.topicArn(topic)
                        .subject(subject)
                        .message(text)
                        .messageAttributes(attributes));
    }

    static String unstable(OutageChange change) {
        return """
        %s goes up and down since %s; noticed at %s.
        Its single ups and downs are not told until it stays as it is. The time it is down is counted.
        """
                .formatted(change.outage().component(), change.outage().start(), change.at());
    }

    /** Such as {@code [major_outage] wsrv.nl status, before: operational}. */
    static String subject(StatusChange change) {
        String subject =
                "[%s] %s, before: %s"
                        .formatted(
                                change.after().label(),
                                change.snapshot().page().name(),
                                change.before().label());
        String ascii = subject.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(MAX_SUBJECT, ascii.length()));
    }

    static String text(StatusChange change) {
        StatusSnapshot snapshot = change.snapshot();
        String problems =
                snapshot.components().stream()
                        .flatMap(component ->
                                component.problems().stream()
                                        .map(problem ->
                                                "- "
                                                        + component.component().name()
                                                        + ", "
                                                        + problem.check()
                                                        + ": "
                                                        + problem.message()
                                                        + "\n"))
                        .collect(Collectors.joining());
        return """
        %s became %s at %s (before: %s).
        %sNow %s, seen until %s.
        %s
        """
                .formatted(
                        snapshot.page().name(),
                        change.after().label(),
                        change.at(),
                        change.before().label(),
                        problems,
                        snapshot.status().label(),
                        snapshot.dataThrough().map(Object::toString).orElse("no time yet"),
                        snapshot.page().url());
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
