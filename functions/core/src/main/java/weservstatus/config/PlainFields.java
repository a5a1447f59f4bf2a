package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.DnsServer;
import weservstatus.check.RecordType;

/** How the checks that ask no HTTP question are written: one key each, in place of a path. */
final class PlainFields {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");

    static final Field<String> HOST_NAME =
            Field.optional("host", host(), "Name or address to connect to.", "that of the target");
    static final Field<Integer> PORT =
            Field.required("port", Scalars.wholeInt(1, 65_535), "TCP port.", "port: 443");
    static final Field<Section> TCP =
            Field.optional(
                    "tcp",
                    new SectionReader("a TCP connection", HOST_NAME, PORT),
                    "In place of path: a TCP connection is accepted.",
                    "no such check");

    static final Field<String> DNS_NAME =
            Field.optional("name", host(), "Name to look up.", "that of the target");
    static final Field<RecordType> TYPE =
            Field.optional("type", Scalars.choice(types()), "Which records to ask for.", "A");
    static final Field<List<Reader.Located<String>>> ANSWERS =
            Field.optional(
                    "answers",
                    new ListOf<>("answer", 50, Scalars.line(500).located()),
                    "The values that must come, in any order, no more and no fewer.",
                    "any will do");
    static final Field<DnsServer> RESOLVER =
            Field.optional(
                    "resolver",
                    resolver(),
                    "Address of the resolver to ask, with its port where it is not 53.",
                    "that of the machine");
    static final Field<Section> DNS =
            Field.optional(
                    "dns",
                    new SectionReader("a DNS look-up", DNS_NAME, TYPE, ANSWERS, RESOLVER)
                            .with(PlainFields::refuseOtherValues),
                    "In place of path: DNS knows a name.",
                    "no such check");

    private PlainFields() {}

    /** The answers as they are compared. */
    static Set<String> answers(Section dns) {
        RecordType type = dns.orElse(TYPE, RecordType.A);
        return dns.orElse(ANSWERS, List.of()).stream()
                .flatMap(answer -> type.normal(answer.value()).stream())
                .collect(Collectors.toSet());
    }

    private static void refuseOtherValues(Section dns, Reading reading) {
        RecordType type = dns.orElse(TYPE, RecordType.A);
        dns.orElse(ANSWERS, List.of()).stream()
                .filter(answer -> type.normal(answer.value()).isEmpty())
                .forEach(answer ->
                        reading.refuse(
                                answer.spot(),
                                answer.spot().shown() + " is no value of an " + type + " record",
                                "write an address of that family, or say another type"));
    }

    private static Reader<DnsServer> resolver() {
        return new Scalar<>(
                Set.of(Tag.STR),
                DnsServer::parse,
                new Refusal(
                        "is not the address of a resolver",
                        "write it like 9.9.9.9, 127.0.0.1:5353 or [2620:fe::fe]:53"),
                Map.of("type", "string", "pattern", "^[0-9A-Fa-f:.\\[\\]]+$"));
    }

    private static Map<String, RecordType> types() {
        Map<String, RecordType> types = new LinkedHashMap<>();
        for (RecordType type : RecordType.values()) {
            types.put(type.name(), type);
        }
        return types;
    }

    /** A host name, or an address without brackets. */
    static Reader<String> host() {
        return new Scalar<>(
                Set.of(Tag.STR),
                text -> Optional.of(text).filter(HOST.asMatchPredicate()),
                new Refusal(
                        "is not a host",
                        "write a name like wsrv.nl, or an address without port and brackets"),
                Map.of("type", "string", "pattern", "^" + HOST.pattern() + "$"));
    }
}
