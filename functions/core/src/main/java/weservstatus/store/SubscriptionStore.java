package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.notify.Subscription;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Write;

/**
 * Addresses that are told. Each lies under its id, and its id once more under the digest of the
 * address; nothing else in the table knows of it, so that both are gone when it is.
 */
public final class SubscriptionStore {
    /** The version to expect before the first write. */
    public static final long NONE = 0;

    private static final String BY_ID = "subscription";
    private static final String BY_ADDRESS = "subscription-address";

    private final Table table;

    public SubscriptionStore(Table table) {
        this.table = table;
    }

    public Optional<Stored<Subscription>> find(String id) {
        return table.get(new Table.Key(BY_ID, id)).map(SubscriptionStore::stored);
    }

    public Optional<Stored<Subscription>> findAddress(String address) {
        return table.get(addressKey(address)).flatMap(item -> find(id(item)));
    }

    /**
     * Some of them, by their ids.
     *
     * @param after only those that come after this id; empty for the first
     */
    public List<Subscription> list(String after, int most) {
        Table.Query all = Table.Query.of(BY_ID).limit(most);
        Table.Query rest = after.isEmpty() ? all : all.after(after);
        List<Subscription> found = new ArrayList<>();
        Optional<Table.Query> next = Optional.of(rest);
        while (next.isPresent() && found.size() < most) {
            Table.Page page = table.query(next.get());
            page.items().forEach(item -> found.add(stored(item).value()));
            next = next.get().next(page);
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** What writes it as version {@code expected + 1}; fails when somebody else was quicker. */
    public List<Write> writing(Subscription subscription, long expected) {
        Condition condition = expected == NONE ? Condition.ABSENT : Condition.versionIs(expected);
        Optional<Instant> expires =
                subscription.confirmed().isPresent()
                        ? Optional.empty()
                        : Optional.of(subscription.asked().plus(Subscription.UNCONFIRMED));
        ObjectNode pointer = Fields.JSON.createObjectNode().put("id", subscription.id());
        return List.of(
                new Write.Put(
                        new Table.Item(
                                new Table.Key(BY_ID, subscription.id()),
                                encode(subscription),
                                expected + 1,
                                expires),
                        condition),
                new Write.Put(
                        new Table.Item(
                                addressKey(subscription.address()),
                                pointer.toString(),
                                expected + 1,
                                expires),
                        condition));
    }

    /** What erases it. */
    public List<Write> erasing(Subscription subscription) {
        return List.of(
                new Write.Delete(new Table.Key(BY_ID, subscription.id()), Condition.ALWAYS),
                new Write.Delete(addressKey(subscription.address()), Condition.ALWAYS));
    }

    private static String encode(Subscription subscription) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("id", subscription.id());
        json.put("address", subscription.address());
        ArrayNode components = json.putArray("components");
        subscription.components().stream().sorted().forEach(id -> components.add(id.value()));
        json.put("asked", subscription.asked().toString());
        subscription.confirmed().ifPresent(at -> json.put("confirmed", at.toString()));
        ArrayNode mailed = json.putArray("mailed");
        subscription.mailed().forEach(at -> mailed.add(at.toString()));
        return Fields.JSON.writeValueAsString(json);
    }

    private static Stored<Subscription> stored(Table.Item item) {
        Fields json = Fields.parse("subscription", item.document());
        Subscription subscription =
                new Subscription(
                        json.text("id"),
                        json.text("address"),
                        json.texts("components").stream()
                                .map(ComponentId::new)
                                .collect(Collectors.toSet()),
                        json.instant("asked"),
                        IncidentJson.optional(json, "confirmed"),
                        json.texts("mailed").stream().map(Instant::parse).toList());
        json.end();
        return new Stored<>(subscription, item.version());
    }

    private static String id(Table.Item item) {
        Fields json = Fields.parse("subscriptionAddress", item.document());
        String id = json.text("id");
        json.end();
        return id;
    }

    /** Mailboxes that differ in case alone are one. */
    private static Table.Key addressKey(String address) {
        byte[] bytes = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return new Table.Key(BY_ADDRESS, Sha256Hex.of(bytes));
    }
}
