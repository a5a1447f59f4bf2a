package weservstatus.usecase;

import java.util.List;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.notify.MailAddress;
import weservstatus.notify.SnsText;

/**
 * Visitors who are told by a topic. It asks them whether they want that, keeps their addresses, and
 * ends each subscription by a link in its mails; here nothing of them is kept.
 */
public final class TopicSubscriptions implements Wishes {
    private final WishFaults faults;
    private final TopicSubscriber topic;
    private final VisitorLimits limits;

    public TopicSubscriptions(Catalogue catalogue, TopicSubscriber topic, VisitorLimits limits) {
        this.faults = new WishFaults(catalogue);
        this.topic = topic;
        this.limits = limits;
    }

    @Override
    public List<FieldFault> request(String typed, Set<ComponentId> wanted) {
        List<FieldFault> found = faults.of(typed, wanted);
        if (found.isEmpty() && wanted.size() > SnsText.MOST_CHOSEN) {
            return List.of(
                    new FieldFault(
                            "components",
                            "they are too many",
                            "choose at most " + SnsText.MOST_CHOSEN + ", or none for all"));
        }
        if (found.isEmpty()) {
            ask(MailAddress.parse(typed).orElseThrow(), wanted);
        }
        return found;
    }

    private void ask(String address, Set<ComponentId> wanted) {
        if (limits.mayMail(address)) {
            topic.subscribe(address, SnsText.filterPolicy(wanted));
        }
    }
}
