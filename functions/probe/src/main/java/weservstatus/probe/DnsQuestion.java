package weservstatus.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import weservstatus.check.DnsCheck;
import weservstatus.check.DnsServer;
import weservstatus.check.RecordType;
import weservstatus.check.Target;
import weservstatus.observe.FailureReason;

/** One question to one resolver, without any memory of earlier ones. */
record DnsQuestion(String name, RecordType type, DnsServer resolver) {
    /** A datagram may be lost; who asks as resolvers do asks again. */
    private static final int TRIES = 2;

    static DnsQuestion of(DnsCheck check, Target target) {
        return new DnsQuestion(
                check.hostAt(target),
                check.type(),
                check.resolver().orElseGet(DnsQuestion::ofTheMachine));
    }

    private static DnsServer ofTheMachine() {
        InetSocketAddress first = ResolverConfig.getCurrentConfig().server();
        return new DnsServer(first.getAddress(), first.getPort());
    }

    /** Asks, once more when half of the time has passed in silence, over TCP where it must. */
    DnsReply ask(Duration limit) {
        try {
            Message query = query();
            for (int left = TRIES; left > 1; left--) {
                try {
                    return read(send(query, limit.dividedBy(TRIES)));
                } catch (SocketTimeoutException ignored) {
                    // Asked again below.
                }
            }
            return read(send(query, limit.dividedBy(TRIES)));
        } catch (InterruptedIOException silence) {
            return new DnsReply.Silence(
                    "The resolver %s did not answer for %s within %s"
                            .formatted(resolver, name, Words.of(limit)),
                    FailureReason.TIMEOUT);
        } catch (IOException broken) {
            return new DnsReply.Silence(
                    "The resolver %s cannot be asked: %s"
                            .formatted(resolver, Words.cut(String.valueOf(broken.getMessage()))),
                    FailureReason.DNS);
        }
    }

    private Message query() throws TextParseException {
        Name asked = Name.fromString(name, Name.root);
        return Message.newQuery(Record.newRecord(asked, Type.value(type.name()), DClass.IN));
    }

    private Message send(Message query, Duration limit) throws IOException {
        var place = new InetSocketAddress(resolver.address(), resolver.port());
        SimpleResolver one = new SimpleResolver(place);
        one.setTimeout(limit);
        try {
            return one.send(query);
        } catch (IOException e) {
            if (Causes.has(e, TimeoutException.class) || Causes.say(e, "Timed out")) {
                throw (IOException) new SocketTimeoutException(name).initCause(e);
            }
            throw e;
        }
    }

    private DnsReply read(Message message) {
        Set<String> values =
                message.getSection(Section.ANSWER).stream()
                        .filter(record -> record.getType() == Type.value(type.name()))
                        .map(DnsQuestion::value)
                        .collect(Collectors.toSet());
        return new DnsReply.Answer(outcome(message.getRcode()), values);
    }

    private String outcome(int code) {
        return switch (code) {
            case Rcode.NOERROR -> "no record of this type";
            case Rcode.NXDOMAIN -> "no such name (NXDOMAIN)";
            default -> Rcode.string(code) + " from the resolver " + resolver;
        };
    }

    private static String value(Record record) {
        return record instanceof TXTRecord text
                ? String.join("", text.getStrings())
                : record.rdataToString();
    }
}
