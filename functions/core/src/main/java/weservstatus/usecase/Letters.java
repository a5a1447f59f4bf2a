package weservstatus.usecase;

import java.net.URI;
import java.util.Optional;
import weservstatus.check.Page;
import weservstatus.document.PageLinks;
import weservstatus.notify.Advice;
import weservstatus.notify.Letter;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.MessageText;
import weservstatus.notify.Subscription;
import weservstatus.text.CleanText;

/** Writes the mails that visitors get. Each says how to end it. */
final class Letters {
    private final String page;
    private final PageLinks links;
    private final SubscriptionTokens tokens;

    Letters(Page page, SubscriptionTokens tokens) {
        this.page = CleanText.line(page.name());
        this.links = PageLinks.of(page);
        this.tokens = tokens;
    }

    /** News, with the headers that let a mail program offer to end the subscription. */
    Letter news(Message message, Subscription to) {
        String text =
                MessageText.body(Advice.forVisitors(message))
                        + """

                        --
                        You get this because this address subscribed to %s.
                        Choose what you hear of, or end it: %s
                        """
                                .formatted(page, manage(to));
        return new Letter(
                message.id(),
                to.address(),
                MessageText.subject(message),
                text,
                Optional.of(unsubscribe(to)));
    }

    /**
     * Asks whether the owner of the address wants this at all.
     *
     * @param id the same for every repeat of the same question
     */
    Letter question(MessageId id, Subscription to) {
        String text =
                """
                Somebody, probably you, asked that this address is told when something fails at
                %s, and when it works again.

                If you want that, open this page and press the button there:
                %s

                If not, do nothing: the address is forgotten within a day.
                """
                        .formatted(page, manage(to));
        return new Letter(
                id, to.address(), "Confirm your subscription to " + page, text, Optional.empty());
    }

    /** To an address that subscribed before: whoever asked on the page cannot tell. */
    Letter reminder(MessageId id, Subscription to) {
        String text =
                """
                Somebody, probably you, asked again that this address is told about %s.
                It is subscribed already. Choose what you hear of, or end it:
                %s
                """
                        .formatted(page, manage(to));
        return new Letter(
                id,
                to.address(),
                "Your subscription to " + page,
                text,
                Optional.of(unsubscribe(to)));
    }

    private String manage(Subscription to) {
        return links.to("subscription.html#" + tokens.of(to.id()));
    }

    private URI unsubscribe(Subscription to) {
        return URI.create(links.to("api/v1/subscriptions/" + tokens.of(to.id()) + "/unsubscribe"));
    }
}
