package weservstatus.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import weservstatus.usecase.TopicAudience;

/**
 * Mail addresses of a topic of SNS. Phones, queues and programs of the owner are not shown and
 * cannot be taken away here.
 */
final class SnsTopicAudience implements TopicAudience {
    private static final String FILTER = "FilterPolicy";

    /** What SNS writes in place of an ARN. */
    private static final String ASKED = "PendingConfirmation";

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    /** Where a page begins within one of SNS's, and the token of that one. */
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,3})\\.([A-Za-z0-9_-]*)");

    /** Each address's filter is asked for by itself; SNS slows down who asks for too many. */
    private static final int AT_ONCE = 8;

    private final Supplier<SnsClient> client;
    private final String topic;

    /**
     * @param client made when somebody first asks
     */
    SnsTopicAudience(Supplier<SnsClient> client, String topic) {
        this.client = client;
        this.topic = topic;
    }

    @Override
    public Optional<Page> list(String place, int most) {
        Matcher matcher = PLACE.matcher(place.isEmpty() ? "0." : place);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String token = matcher.group(2);
        return listed(token).map(all -> page(all, Integer.parseInt(matcher.group(1)), token, most));
    }

    /** Nothing for a token that SNS did not give. */
    private Optional<ListSubscriptionsByTopicResponse> listed(String token) {
        try {
            String next = token.isEmpty() ? null : decode(token);
            return Optional.of(
                    client.get()
                            .listSubscriptionsByTopic(
                                    request -> request.topicArn(topic).nextToken(next)));
        } catch (InvalidParameterException | IllegalArgumentException refused) {
            if (token.isEmpty()) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private Page page(ListSubscriptionsByTopicResponse all, int from, String token, int most) {
        List<Member> members =
                all.subscriptions().stream()
                        .skip(from)
                        .limit(most)
                        .filter(SnsTopicAudience::isMail)
                        .gather(Gatherers.mapConcurrent(AT_ONCE, this::member))
                        .flatMap(Optional::stream)
                        .toList();
        int end = from + most;
        Optional<String> next =
                end < all.subscriptions().size()
                        ? Optional.of(end + "." + token)
                        : Optional.ofNullable(all.nextToken()).map(one -> "0." + encode(one));
        return new Page(members, next);
    }

    private Optional<Member> member(Subscription one) {
        String arn = one.subscriptionArn();
        if (arn.equals(ASKED)) {
            return Optional.of(new Member(PENDING, one.endpoint(), Optional.empty()));
        }
        return arn.startsWith(topic + ":")
                ? find(arn.substring(topic.length() + 1))
                : Optional.empty();
    }

    @Override
    public Optional<Member> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            Map<String, String> known =
                    client.get()
                            .getSubscriptionAttributes(request -> request.subscriptionArn(arn(id)))
                            .attributes();
            return Optional.of(known)
                    .filter(some -> isMail(some.getOrDefault("Protocol", "")))
                    .map(some ->
                            new Member(
                                    id,
                                    some.getOrDefault("Endpoint", ""),
                                    Optional.ofNullable(some.get(FILTER))));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String id) {
        try {
            client.get().unsubscribe(request -> request.subscriptionArn(arn(id)));
        } catch (NotFoundException gone) {
            // It is as it was to be.
        }
    }

    private String arn(String id) {
        return topic + ":" + id;
    }

    private static boolean isMail(Subscription one) {
        return isMail(one.protocol());
    }

    /** As text or as JSON. */
    private static boolean isMail(String protocol) {
        return protocol.startsWith("email");
    }

    private static String encode(String token) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String place) {
        return new String(Base64.getUrlDecoder().decode(place), StandardCharsets.UTF_8);
    }
}
