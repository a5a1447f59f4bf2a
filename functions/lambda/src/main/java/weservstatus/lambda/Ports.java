package weservstatus.lambda;

import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.notify.Delivery;
import weservstatus.notify.MailServer;
import weservstatus.notify.SecretName;
import weservstatus.observe.Answer;
import weservstatus.observe.Proof;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;
import weservstatus.usecase.TopicAudience;
import weservstatus.usecase.TopicSubscriber;

/** The outside as the functions use it. A part is made only when a function asks for it. */
interface Ports {
    Table table();

    Blobs blobs();

    /** Tells the channels. */
    Sender sender(Connections connections);

    /** Writes to visitors by this server. */
    Mailer mailer(MailServer server);

    /** Adds visitors to the stack's own topic. */
    TopicSubscriber subscriber();

    /** Whom the stack's own topic tells by mail; nothing where there is no topic. */
    Optional<TopicAudience> audience();

    Secrets secrets();

    Metrics metrics();

    /** Says to those who wait for it that a round is complete; the secret holds their address. */
    Delivery pulse(SecretName address);

    Confirmer confirmer();

    /**
     * A prober that asks in the name of this page.
     *
     * @param page whose address the User-Agent names
     */
    Prober prober(Page page);

    /** How an answer's picture differs from what the check computes, as PNG where it can be. */
    Optional<byte[]> difference(Check check, Answer answer);

    /** A good answer's picture and the one that the check computes, where there is one. */
    Optional<Proof> proof(Check check, Answer answer);

    /** Takes one line of JSON for the function's log. */
    void log(String line);
}
