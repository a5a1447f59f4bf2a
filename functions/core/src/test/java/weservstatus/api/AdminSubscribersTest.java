package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weservstatus.api.AdminCalls.Told;
import weservstatus.notify.SnsText;
import weservstatus.notify.Subscription;
import weservstatus.store.SubscriptionStore;
import weservstatus.usecase.TopicAudience;

class AdminSubscribersTest {
    private static final Optional<String> FOR_ALL = Optional.of(SnsText.filterPolicy(Set.of()));

    private AdminCalls calls = new AdminCalls();

    @Test
    void aSubscriberIsForgottenEverywhere() {
        subscribe("aaaaaaaaaaaa", "ada@example.org");
        subscribe("bbbbbbbbbbbb", "bob@example.org");

        Told all = calls.get("subscribers?limit=1");
        assertThat(all.json().at("/subscribers/0/address").asString()).isEqualTo("ada@example.org");
        assertThat(
                        calls.get("subscribers?after=" + all.json().path("next").asString())
                                .json()
                                .path("subscribers"))
                .hasSize(1);
        Told one = calls.get("subscribers/aaaaaaaaaaaa");
        assertThat(calls.delete("subscribers/aaaaaaaaaaaa", "\"9\"").status()).isEqualTo(412);
        assertThat(calls.delete("subscribers/aaaaaaaaaaaa", one.etag()).status()).isEqualTo(204);

        assertThat(calls.get("subscribers/aaaaaaaaaaaa").status()).isEqualTo(404);
        assertThat(new SubscriptionStore(calls.table).findAddress("ada@example.org")).isEmpty();
        Told audit = calls.get("audit");
        assertThat(audit.json().at("/entries/0/id").asString()).isEqualTo("aaaaaaaaaaaa");
        assertThat(audit.json().toString()).doesNotContain("ada@example.org");
    }

    @Test
    void thoseOfTheTopicComeAfterThoseOfTheStore() {
        Topic topic = topic("carl@example.org", "dora@example.org", "emil@example.org");
        subscribe("aaaaaaaaaaaa", "ada@example.org");
        subscribe("bbbbbbbbbbbb", "bob@example.org");

        assertThat(all(1)).hasSize(5).extracting(one -> one.path("via").asString()).isSorted();
        assertThat(all(2))
                .extracting(one -> one.path("address").asString())
                .containsExactly(
                        "ada@example.org",
                        "bob@example.org",
                        "carl@example.org",
                        "dora@example.org",
                        "emil@example.org");
        topic.members.clear();
        assertThat(all(50)).hasSize(2);
    }

    @Test
    void whatOneOfTheTopicHearsIsShown() {
        Topic topic = topic();
        topic.members.add(member("1", "ada@example.org", Optional.empty()));
        topic.members.add(member("2", "bob@example.org", Optional.of("{'impact':['major']}")));
        topic.members.add(member("3", "carl@example.org", Optional.of("{")));
        topic.members.add(member(TopicAudience.PENDING, "dora@example.org", Optional.empty()));
        List<JsonNode> found = all(50);

        assertThat(found.get(0).path("components").isArray()).isTrue();
        assertThat(found.get(0).path("pending").asBoolean()).isFalse();
        assertThat(found.get(1).at("/filter/impact/0").asString()).isEqualTo("major");
        assertThat(found.get(1).has("components")).isFalse();
        assertThat(found.get(2).path("filter").asString()).isEqualTo("{");
        assertThat(found.get(3).path("pending").asBoolean()).isTrue();
        assertThat(found.get(3).has("components")).isFalse();
    }

    @Test
    void oneOfTheTopicIsTakenAwayAndTheRecordDoesNotKnowTheAddress() {
        Topic topic = topic("carl@example.org");
        Told one = calls.get("subscribers/topic-0");

        assertThat(calls.delete("subscribers/topic-0", "\"9\"").status()).isEqualTo(412);
        assertThat(topic.members).hasSize(1);
        assertThat(calls.delete("subscribers/topic-0", one.etag()).status()).isEqualTo(204);
        assertThat(topic.members).isEmpty();
        assertThat(calls.delete("subscribers/topic-0", one.etag()).status()).isEqualTo(404);
        assertThat(calls.get("audit").json().at("/entries/0/id").asString()).isEqualTo("topic-0");
        assertThat(calls.get("audit").json().toString()).doesNotContain("carl");
    }

    @Test
    void whoHasNotConfirmedCannotBeTakenAwayAndTheAnswerSaysWhy() {
        String reason = "SNS gives an address no id before its owner has confirmed";
        assertThat(calls.get("subscribers/pending").status()).isEqualTo(404);
        topic();

        assertThat(calls.get("subscribers/pending").error("id")).startsWith(reason);
        assertThat(calls.delete("subscribers/pending", "\"1\"").error("id")).startsWith(reason);
    }

    @Test
    void aPlaceThatNoPageNamedIsRefused() {
        assertThat(calls.get("subscribers?after=t.").status()).isEqualTo(400);
        topic();
        assertThat(calls.get("subscribers?after=t.nowhere").error("after"))
                .isEqualTo("no page begins there");
    }

    /** Every page, as each is asked for by where the one before ended. */
    private List<JsonNode> all(int limit) {
        List<JsonNode> found = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Told page = calls.get("subscribers?limit=%d&after=%s".formatted(limit, after.get()));
            assertThat(page.status()).as(page.json().toString()).isEqualTo(200);
            page.json().path("subscribers").forEach(found::add);
            after = page.json().path("next").asStringOpt();
        }
        return found;
    }

    private Topic topic(String... addresses) {
        Topic topic = new Topic(new ArrayList<>());
        for (String address : addresses) {
            topic.members.add(member("topic-" + topic.members.size(), address, FOR_ALL));
        }
        calls = new AdminCalls(admin -> admin.with(topic));
        return topic;
    }

    private static TopicAudience.Member member(String id, String address, Optional<String> filter) {
        return new TopicAudience.Member(id, address, filter.map(text -> text.replace('\'', '"')));
    }

    /** A topic with its addresses in their order; a place is the number of the first. */
    private record Topic(List<TopicAudience.Member> members) implements TopicAudience {
        @Override
        public Optional<Page> list(String place, int most) {
            if (!place.matches("[0-9]*")) {
                return Optional.empty();
            }
            int from = place.isEmpty() ? 0 : Integer.parseInt(place);
            int end = Math.min(members.size(), from + most);
            Optional<String> next =
                    end < members.size() ? Optional.of(String.valueOf(end)) : Optional.empty();
            return Optional.of(new Page(members.subList(from, end), next));
        }

        @Override
        public Optional<Member> find(String id) {
            return members.stream().filter(member -> member.id().equals(id)).findFirst();
        }

        @Override
        public void remove(String id) {
            members.removeIf(member -> member.id().equals(id));
        }
    }

    private void subscribe(String id, String address) {
        Subscription subscription =
                new Subscription(
                        id,
                        address,
                        Set.of(),
                        AdminCalls.NOW,
                        Optional.of(AdminCalls.NOW),
                        List.of());
        calls.table.transact(
                new SubscriptionStore(calls.table).writing(subscription, SubscriptionStore.NONE));
    }
}
