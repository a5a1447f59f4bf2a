package weservstatus.send;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Connections to one mail server that are kept for the next mail: greeting, TLS and login take
 * longer than a mail does, and a thousand subscribers are told one by one.
 */
final class SmtpLines {
    /**
     * Servers wait for minutes (RFC 5321 section 4.5.3.2.7); between two mails lie milliseconds.
     */
    static final Duration IDLE = Duration.ofSeconds(10);

    private final Properties properties;
    private final InstantSource clock;
    private final Deque<Line> kept = new ArrayDeque<>();

    /** A connection that is open, and whose it is as long as it is not given back. */
    record Line(Session session, Transport transport, Instant used) {}

    SmtpLines(Properties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** The one that was used last and still answers. */
    Optional<Line> find() {
        Optional<Line> line = take();
        while (line.isPresent() && !line.get().transport().isConnected()) {
            close(line.get());
            line = take();
        }
        return line;
    }

    private synchronized Optional<Line> take() {
        return Optional.ofNullable(kept.poll());
    }

    /**
     * A new one.
     *
     * @param user absent where the server asks for no login
     */
    Line connect(Optional<String> user, Optional<String> password) throws MessagingException {
        Session session = Session.getInstance(properties);
        Transport transport = session.getTransport("smtp");
        transport.connect(user.orElse(null), password.orElse(null));
        return new Line(session, transport, clock.instant());
    }

    /** Keeps it for whoever is next, but not for long. */
    void giveBack(Line line) {
        synchronized (this) {
            kept.push(new Line(line.session(), line.transport(), clock.instant()));
        }
        CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::sweep);
    }

    /** Closes those that nobody has needed for a while. */
    void sweep() {
        Instant before = clock.instant().minus(IDLE);
        List<Line> old;
        synchronized (this) {
            old = kept.stream().filter(line -> !line.used().isAfter(before)).toList();
            kept.removeAll(old);
        }
        old.forEach(SmtpLines::close);
    }

    /** For one that is not to be used again. */
    static void close(Line line) {
        try {
            line.transport().close();
        } catch (MessagingException ignored) {
            // It was closed by the other side.
        }
    }
}
