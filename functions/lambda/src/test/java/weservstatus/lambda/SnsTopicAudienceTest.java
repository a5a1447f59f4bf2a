package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import weservstatus.usecase.TopicAudience.Member;
import weservstatus.usecase.TopicAudience.Page;

/**
 * Whom a topic tells, as SNS's published answers say it: pages of a hundred with a token, addresses
 * that have not confirmed and have no ARN, and those that are gone.
 */
class SnsTopicAudienceTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alerts";
    private static final int PAGE = 100;

    private final List<String> subscriptions = new ArrayList<>();
    private final List<String> unsubscribed = new ArrayList<>();
    private final HttpServer server;
    private final SnsClient client;
    private final SnsTopicAudience audience;
    private boolean refuses;

    SnsTopicAudienceTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client =
                new AwsEndpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .sns();
        audience = new SnsTopicAudience(() -> client, TOPIC);
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void everyMailAddressIsListedOnceWhateverThePagesAre() {
        IntStream.range(0, 230).forEach(number -> subscriptions.add(confirmed("email", number)));
        List<Member> found = new ArrayList<>();
        Optional<String> place = Optional.of("");
        int pages = 0;
        while (place.isPresent()) {
            Page page = audience.list(place.get(), 60).orElseThrow();
            assertThat(page.members()).hasSizeLessThanOrEqualTo(60);
            page.next().ifPresent(next -> assertThat(next).matches("[A-Za-z0-9._-]+"));
            found.addAll(page.members());
            place = page.next();
            pages++;
        }

        assertThat(pages).isEqualTo(5);
        assertThat(found).extracting(Member::address).doesNotHaveDuplicates().hasSize(230);
        assertThat(found.get(7))
                .isEqualTo(
                        new Member(
                                id(7),
                                "a7@example.org",
                                Optional.of("{\"audience\":[\"visitors\"]}")));
    }

    @Test
    void whoHasNotConfirmedIsShownAndWhoIsGoneOrNoMailAddressIsNot() {
        subscriptions.add("email PendingConfirmation ada@example.org");
        subscriptions.add("email Deleted bob@example.org");
        subscriptions.add(confirmed("sms", 1));
        subscriptions.add(confirmed("sqs", 2));
        subscriptions.add(confirmed("email-json", 3));

        assertThat(audience.list("", 50).orElseThrow().members())
                .extracting(member -> member.id() + " " + member.address())
                .containsExactly("pending ada@example.org", id(3) + " a3@example.org");
        assertThat(audience.find(id(3))).isPresent();
        assertThat(audience.find(id(1))).isEmpty();
        assertThat(audience.find(id(9))).isEmpty();
        assertThat(audience.find("pending")).isEmpty();
        assertThat(audience.find(":another-topic:" + id(3))).isEmpty();
    }

    @Test
    void removingNamesTheSubscriptionOfThisTopic() {
        audience.remove(id(3));

        assertThat(unsubscribed).containsExactly(TOPIC + ":" + id(3));
    }

    @Test
    void aPlaceThatNoPageNamedIsNone() {
        assertThat(audience.list("0.bm8tc3VjaC10b2tlbg", 50)).isEmpty();
        assertThat(audience.list("0.a", 50)).isEmpty();
        assertThat(audience.list("aaaaaaaaaaaa", 50)).isEmpty();
        assertThat(audience.list("0.%", 50)).isEmpty();
    }

    @Test
    void aMissingRightIsTrouble() {
        refuses = true;

        assertThatThrownBy(() -> audience.list("", 50))
                .isInstanceOf(AuthorizationErrorException.class);
    }

    private static String confirmed(String protocol, int number) {
        return "%s %s:%s a%d@example.org".formatted(protocol, TOPIC, id(number), number);
    }

    private static String id(int number) {
        return "5be8c0f1-8b5e-4e1c-9f0a-%012d".formatted(number);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> asked = form(exchange);
            String action = asked.getOrDefault("Action", "");
            Optional<String> said = refuses ? Optional.empty() : said(action, asked);
            byte[] bytes =
                    said.map(text -> "<%1$sResponse>%2$s</%1$sResponse>".formatted(action, text))
                            .orElse(
                                    "<ErrorResponse><Error><Code>%s</Code></Error></ErrorResponse>"
                                            .formatted(fault(action)))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.isPresent() ? 200 : refused(action), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String fault(String action) {
        String unknown =
                action.equals("GetSubscriptionAttributes") ? "NotFound" : "InvalidParameter";
        return refuses ? "AuthorizationError" : unknown;
    }

    private int refused(String action) {
        int unknown = action.equals("GetSubscriptionAttributes") ? 404 : 400;
        return refuses ? 403 : unknown;
    }

    private Optional<String> said(String action, Map<String, String> asked) {
        return switch (action) {
            case "ListSubscriptionsByTopic" -> list(asked.getOrDefault("NextToken", "token=0"));
            case "GetSubscriptionAttributes" ->
                    attributes(asked.getOrDefault("SubscriptionArn", ""));
            default -> {
                unsubscribed.add(asked.getOrDefault("SubscriptionArn", ""));
                yield Optional.of("");
            }
        };
    }

    private Optional<String> list(String token) {
        if (!token.startsWith("token=")) {
            return Optional.empty();
        }
        int from = Integer.parseInt(token.substring("token=".length()));
        int end = Math.min(subscriptions.size(), from + PAGE);
        String members =
                subscriptions.subList(from, end).stream()
                        .map(one -> one.split(" ", -1))
                        .map(words ->
                                "<member><Protocol>%s</Protocol><SubscriptionArn>%s</SubscriptionArn><Endpoint>%s</Endpoint></member>"
                                        .formatted((Object[]) words))
                        .collect(Collectors.joining());
        String next = end < subscriptions.size() ? "<NextToken>token=%d</NextToken>" : "";
        return Optional.of(
                "<ListSubscriptionsByTopicResult><Subscriptions>%s</Subscriptions>%s</ListSubscriptionsByTopicResult>"
                        .formatted(members, next.formatted(end)));
    }

    private Optional<String> attributes(String arn) {
        return subscriptions.stream()
                .map(one -> one.split(" ", -1))
                .filter(words -> words[1].equals(arn))
                .map(words ->
                        "<GetSubscriptionAttributesResult><Attributes>"
                                + entry("Protocol", words[0])
                                + entry("Endpoint", words[2])
                                + entry("FilterPolicy", "{\"audience\":[\"visitors\"]}")
                                + "</Attributes></GetSubscriptionAttributesResult>")
                .findFirst();
    }

    private static String entry(String key, String value) {
        return "<entry><key>%s</key><value>%s</value></entry>".formatted(key, value);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
