package weservstatus.lambda;

import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.notify.MailServer;
import weservstatus.observe.Answer;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;
import weservstatus.usecase.TopicSubscriber;

/** The ports of others, with another table and other blobs. */
record CountedPorts(Ports ports, Table table, Blobs blobs) implements Ports {
    @Override
    public Sender sender(Connections connections) {
        return ports.sender(connections);
    }

    @Override
    public Mailer mailer(MailServer server) {
        return ports.mailer(server);
    }

    @Override
    public TopicSubscriber subscriber() {
        return ports.subscriber();
    }

    @Override
    public Secrets secrets() {
        return ports.secrets();
    }

    @Override
    public Metrics metrics() {
        return ports.metrics();
    }

    @Override
    public Confirmer confirmer() {
        return ports.confirmer();
    }

    @Override
    public Prober prober(Page page) {
        return ports.prober(page);
    }

    @Override
    public Optional<byte[]> difference(Check check, Answer answer) {
        return ports.difference(check, answer);
    }

    @Override
    public void log(String line) {
        ports.log(line);
    }
}
