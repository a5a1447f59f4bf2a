package weservstatus.send;

import java.time.InstantSource;
import java.util.Optional;
import weservstatus.notify.Channel;
import weservstatus.notify.Delivery;
import weservstatus.notify.GithubChannel;
import weservstatus.notify.HttpChannel;
import weservstatus.notify.MailChannel;
import weservstatus.notify.Message;
import weservstatus.notify.Post;
import weservstatus.notify.SecretName;
import weservstatus.notify.SnsChannel;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;

/** Sends over the network, whatever the kind of channel. */
public final class NetworkSender implements Sender {
    private final Secrets secrets;
    private final Optional<SmtpMailer> mailer;
    private final InstantSource clock;
    private final Wire wire;

    /**
     * One with the usual patience.
     *
     * @param mailer absent where no mail server is configured
     */
    public NetworkSender(Secrets secrets, Optional<SmtpMailer> mailer, InstantSource clock) {
        this(secrets, mailer, clock, new Wire(Wire.USUAL_LIMIT, clock));
    }

    NetworkSender(Secrets secrets, Optional<SmtpMailer> mailer, InstantSource clock, Wire wire) {
        this.secrets = secrets;
        this.mailer = mailer;
        this.clock = clock;
        this.wire = wire;
    }

    @Override
    public Delivery send(Message message, Channel channel) {
        return switch (channel) {
            case HttpChannel http -> post(message, http);
            case GithubChannel github -> mirror(message, github);
            case MailChannel mail ->
                    mailer.map(server -> server.send(message, mail))
                            .orElseGet(() -> new Delivery.Refused("no mail server is configured"));
            case SnsChannel _ ->
                    new Delivery.Refused("topics of Amazon SNS are told by the edition on AWS");
        };
    }

    private Delivery post(Message message, HttpChannel channel) {
        Redaction redaction = new Redaction(secrets);
        Optional<Post> post = channel.post(message, redaction::find, clock.instant());
        return post.map(request ->
                        Replies.delivery(wire.send(request, channel.privateAllowed()), redaction))
                .orElseGet(NetworkSender::unready);
    }

    private Delivery mirror(Message message, GithubChannel channel) {
        Redaction redaction = new Redaction(secrets);
        return redaction
                .find(channel.secret())
                .filter(token -> token.matches("[!-~]+"))
                .map(token -> new GithubMirror(wire, channel, token, redaction).mirror(message))
                .orElseGet(() -> missing(channel.secret()));
    }

    private static Delivery missing(SecretName secret) {
        return new Delivery.Failed(
                "the secret " + secret + " is not set, or is no token", Optional.empty());
    }

    /** It goes out as soon as the secret is right. */
    private static Delivery unready() {
        return new Delivery.Failed(
                "a secret of the channel is not set, or is not what its receiver needs",
                Optional.empty());
    }
}
