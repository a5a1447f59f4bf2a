package weservstatus.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.check.Page;
import weservstatus.notify.Delivery;
import weservstatus.notify.Letter;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.Subscription;
import weservstatus.store.Stored;
import weservstatus.store.SubscriptionStore;
import weservstatus.store.Table;

/** Visitors who are told by mail. */
public final class MailAudience implements Audience {
    private static final int PAGE = 200;

    private final SubscriptionStore store;
    private final Letters letters;
    private final Mailer mailer;

    public MailAudience(Table table, Page page, SubscriptionTokens tokens, Mailer mailer) {
        this.store = new SubscriptionStore(table);
        this.letters = new Letters(page, tokens);
        this.mailer = mailer;
    }

    @Override
    public List<String> listening(List<ComponentId> components, String after, int most) {
        List<String> ids = new ArrayList<>();
        String last = after;
        List<Subscription> some = store.list(last, PAGE);
        while (!some.isEmpty() && ids.size() < most) {
            some.stream()
                    .filter(one -> one.listensTo(components))
                    .map(Subscription::id)
                    .forEach(ids::add);
            last = some.getLast().id();
            some = store.list(last, PAGE);
        }
        return List.copyOf(ids.subList(0, Math.min(most, ids.size())));
    }

    @Override
    public Optional<Delivery> send(Message message, String subscription) {
        return find(subscription)
                .filter(one -> one.confirmed().isPresent())
                .map(one -> mailer.send(letters.news(message, one)));
    }

    @Override
    public Optional<Delivery> answer(MessageId id, String subscription) {
        return find(subscription).map(one -> mailer.send(letter(id, one)));
    }

    private Letter letter(MessageId id, Subscription one) {
        return one.confirmed().isPresent() ? letters.reminder(id, one) : letters.question(id, one);
    }

    private Optional<Subscription> find(String id) {
        return store.find(id).map(Stored::value);
    }
}
