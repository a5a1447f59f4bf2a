package weservstatus.send;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import weservstatus.notify.Delivery;
import weservstatus.notify.Letter;
import weservstatus.notify.MailChannel;
import weservstatus.notify.MailServer;
import weservstatus.notify.MailServer.Login;
import weservstatus.notify.MailServer.Security;
import weservstatus.notify.MailText;
import weservstatus.notify.Message;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.Secrets;

/** Hands mail to the owner's server, over TLS unless that server is this very machine. */
public final class SmtpMailer implements Mailer {
    static final Duration USUAL_LIMIT = Duration.ofSeconds(20);

    private final MailServer server;
    private final Secrets secrets;
    private final InstantSource clock;
    private final SmtpLines lines;

    /**
     * One for a server.
     *
     * @param trust makes the TLS connections
     */
    public SmtpMailer(
            MailServer server, Secrets secrets, InstantSource clock, SSLSocketFactory trust) {
        this(server, secrets, clock, trust, USUAL_LIMIT);
    }

    SmtpMailer(
            MailServer server,
            Secrets secrets,
            InstantSource clock,
            SSLSocketFactory trust,
            Duration limit) {
        this.server = server;
        this.secrets = secrets;
        this.clock = clock;
        this.lines = new SmtpLines(properties(server, trust, limit), clock);
    }

    private static Properties properties(
            MailServer server, SSLSocketFactory trust, Duration limit) {
        String milliseconds = Long.toString(limit.toMillis());
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", server.host());
        smtp.put("mail.smtp.port", Integer.toString(server.port()));
        smtp.put("mail.smtp.connectiontimeout", milliseconds);
        smtp.put("mail.smtp.timeout", milliseconds);
        smtp.put("mail.smtp.writetimeout", milliseconds);
        smtp.put("mail.smtp.ssl.enable", server.security() == Security.TLS);
        smtp.put("mail.smtp.starttls.enable", server.security() == Security.STARTTLS);
        smtp.put("mail.smtp.starttls.required", server.security() == Security.STARTTLS);
        smtp.put("mail.smtp.ssl.checkserveridentity", true);
        smtp.put("mail.smtp.ssl.socketFactory", trust);
        smtp.put("mail.smtp.auth", server.login().isPresent());
        smtp.put("mail.smtp.sendpartial", true);
        smtp.put("mail.mime.charset", "UTF-8");
        return smtp;
    }

    @Override
    public Delivery send(Letter letter) {
        return send(MailText.of(letter));
    }

    /** Writes to all addresses of the channel in one mail. */
    Delivery send(Message message, MailChannel channel) {
        return send(MailText.of(message, channel.to()));
    }

    private Delivery send(MailText mail) {
        try {
            Optional<SmtpLines.Line> kept = lines.find();
            if (kept.isPresent()) {
                return send(mail, kept.get());
            }
            Optional<String> password =
                    server.login().flatMap(login -> secrets.find(login.secret()));
            if (server.login().isPresent() && password.isEmpty()) {
                return failed("the secret " + server.login().get().secret() + " is not set");
            }
            return send(mail, lines.connect(server.login().map(Login::user), password));
        } catch (MessagingException e) {
            return delivery(e);
        }
    }

    private Delivery send(MailText mail, SmtpLines.Line line) throws MessagingException {
        boolean sent = false;
        try {
            MimeMessage mime = mime(line.session(), mail);
            line.transport().sendMessage(mime, mime.getAllRecipients());
            sent = true;
            return Delivery.SENT;
        } finally {
            if (sent) {
                lines.giveBack(line);
            } else {
                SmtpLines.close(line);
            }
        }
    }

    /** Closes connections that nobody has needed for a while. */
    void sweep() {
        lines.sweep();
    }

    private MimeMessage mime(Session session, MailText mail) throws MessagingException {
        MimeMessage mime = new NamedMessage(session, mail.messageId());
        mime.setFrom(new InternetAddress(server.from(), true));
        mime.setRecipients(RecipientType.TO, addresses(mail.to()));
        mime.setSubject(mail.subject(), "UTF-8");
        mime.setText(mail.text(), "UTF-8");
        mime.setSentDate(Date.from(clock.instant()));
        for (var header : mail.headers().entrySet()) {
            mime.setHeader(header.getKey(), header.getValue());
        }
        mime.saveChanges();
        return mime;
    }

    private static InternetAddress[] addresses(List<String> to) throws MessagingException {
        InternetAddress[] addresses = new InternetAddress[to.size()];
        for (int at = 0; at < addresses.length; at++) {
            addresses[at] = new InternetAddress(to.get(at), true);
        }
        return addresses;
    }

    /** Keeps the id that it was given: repeats must look the same. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Delivery delivery(MessagingException trouble) {
        return switch (trouble) {
            case AuthenticationFailedException _ -> failed("the mail server refuses the login");
            case SMTPSendFailedException e -> refusal(e.getReturnCode(), e);
            case SMTPAddressFailedException e -> refusal(e.getReturnCode(), e);
            case SendFailedException e -> refusal(worst(e), e);
            case MailConnectException _ -> failed("the mail server takes no connection");
            default -> failed(reason(trouble));
        };
    }

    /** RFC 5321 section 4.2.1: 5yz is for good, 4yz may go through later. */
    private static Delivery refusal(int code, MessagingException trouble) {
        int said = code < 400 ? worst(trouble) : code;
        return said >= 500
                ? new Delivery.Refused(
                        "the mail server refuses the mail or an address of it (" + said + ")")
                : failed("the mail server does not take the mail now (" + said + ")");
    }

    private static int worst(MessagingException trouble) {
        int worst = 0;
        for (Exception each = trouble;
                each instanceof MessagingException e;
                each = e.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                worst = Math.max(worst, address.getReturnCode());
            }
        }
        return worst;
    }

    private static String reason(MessagingException trouble) {
        return switch (trouble.getNextException()) {
            case SocketTimeoutException _ -> "the mail server did not answer in time";
            case SSLException _ -> "TLS with the mail server failed";
            case SocketException _ -> "the connection to the mail server broke off";
            case null, default -> "the mail server could not be spoken to as it must be";
        };
    }

    private static Delivery failed(String reason) {
        return new Delivery.Failed(reason, Optional.empty());
    }
}
