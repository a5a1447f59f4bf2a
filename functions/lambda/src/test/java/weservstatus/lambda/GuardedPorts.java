package weservstatus.lambda;

import java.util.List;
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

/** The ports of others, with nothing in reach that a role does not allow. */
record GuardedPorts(Ports ports, Role role) implements Ports {
    @Override
    public Table table() {
        return new GuardedTable(ports.table(), role);
    }

    @Override
    public Blobs blobs() {
        return new GuardedBlobs(ports.blobs(), role);
    }

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
        return (address, filterPolicy) -> {
            role.requireSubscribe("email");
            ports.subscriber().subscribe(address, filterPolicy);
        };
    }

    @Override
    public Optional<TopicAudience> audience() {
        return ports.audience().map(all -> new GuardedAudience(all, role));
    }

    @Override
    public Secrets secrets() {
        return name -> {
            role.requireParameter(name.value());
            return ports.secrets().find(name);
        };
    }

    @Override
    public Metrics metrics() {
        return ports.metrics();
    }

    @Override
    public Delivery pulse(SecretName address) {
        role.requireParameter(address.value());
        return ports.pulse(address);
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
    public Optional<Proof> proof(Check check, Answer answer) {
        return ports.proof(check, answer);
    }

    @Override
    public void log(String line) {
        ports.log(line);
    }

    private record GuardedAudience(TopicAudience audience, Role role) implements TopicAudience {
        @Override
        public Optional<TopicAudience.Page> list(String place, int most) {
            role.requireTopic("sns:ListSubscriptionsByTopic");
            role.requireTopic("sns:GetSubscriptionAttributes");
            return audience.list(place, most);
        }

        @Override
        public Optional<TopicAudience.Member> find(String id) {
            role.requireTopic("sns:GetSubscriptionAttributes");
            return audience.find(id);
        }

        @Override
        public void remove(String id) {
            role.requireTopic("sns:Unsubscribe");
            audience.remove(id);
        }
    }

    private record GuardedTable(Table table, Role role) implements Table {
        @Override
        public Optional<Item> get(Key key) {
            role.requireItem("dynamodb:GetItem", key.partition());
            return table.get(key);
        }

        @Override
        public Table.Page query(Query query) {
            role.requireItem("dynamodb:Query", query.partition());
            return table.query(query);
        }

        @Override
        public boolean put(Item item, Condition condition) {
            role.requireItem("dynamodb:PutItem", item.key().partition());
            return table.put(item, condition);
        }

        @Override
        public boolean delete(Key key, Condition condition) {
            role.requireItem("dynamodb:DeleteItem", key.partition());
            return table.delete(key, condition);
        }

        @Override
        public boolean transact(List<Write> writes) {
            for (Write write : writes) {
                switch (write) {
                    case Write.Put put ->
                            role.requireItem("dynamodb:PutItem", put.item().key().partition());
                    case Write.Delete delete ->
                            role.requireItem("dynamodb:DeleteItem", delete.key().partition());
                }
            }
            return table.transact(writes);
        }
    }

    private record GuardedBlobs(Blobs blobs, Role role) implements Blobs {
        @Override
        public void put(String name, Blob blob) {
            role.requireObject("s3:PutObject", name);
            blobs.put(name, blob);
        }

        @Override
        public Optional<Blob> get(String name) {
            role.requireObject("s3:GetObject", name);
            role.requireObject("s3:ListBucket", "");
            return blobs.get(name);
        }

        @Override
        public List<String> list(String prefix) {
            role.requireObject("s3:ListBucket", "");
            return blobs.list(prefix);
        }

        @Override
        public void delete(String name) {
            role.requireObject("s3:DeleteObject", name);
            blobs.delete(name);
        }
    }
}
