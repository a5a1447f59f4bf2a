package weservstatus.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.AddressFamily;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckHead;
import weservstatus.check.CheckId;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.DnsCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Objective;
import weservstatus.check.Pace;
import weservstatus.check.RecordType;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.check.TcpCheck;

/** Makes the catalogue of a file in which nothing was refused. */
final class CatalogueBuilder {
    private static final Duration LONGEST_DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final Section root;
    private final Pace pace;
    private final List<Target> targets;

    private CatalogueBuilder(Section root) {
        this.root = root;
        this.pace = root.find(StatusFields.PACE).map(StatusFields::pace).orElse(Pace.STANDARD);
        this.targets = root.of(StatusFields.TARGETS);
    }

    static Catalogue build(Section root) {
        return new CatalogueBuilder(root).build();
    }

    private Catalogue build() {
        List<StatusFields.GroupOfComponents> groups = root.of(StatusFields.GROUPS);
        return new Catalogue(
                root.of(StatusFields.PAGE).offering(root.find(MailFields.MAIL).isPresent()),
                pace,
                root.of(StatusFields.LOCATIONS),
                targets,
                root.of(ControlReader.CONTROL),
                groups.stream().map(StatusFields.GroupOfComponents::group).toList(),
                components(groups),
                checks(),
                objectives(groups));
    }

    private static List<Component> components(List<StatusFields.GroupOfComponents> groups) {
        return groups.stream().flatMap(each -> each.components().stream()).toList();
    }

    /** What is written, and nothing else; without the key each component promises the usual. */
    private List<Objective> objectives(List<StatusFields.GroupOfComponents> groups) {
        return root.find(ObjectiveFields.OBJECTIVES)
                .map(written -> written.stream().map(ObjectiveFields::objective).toList())
                .orElseGet(() ->
                        components(groups).stream()
                                .map(component -> Objective.standard(component.id()))
                                .toList());
    }

    private List<Check> checks() {
        List<Section> sections = root.of(StatusFields.CHECKS);
        List<Schedule> schedules = Turns.spread(sections, this::every, pace.round());
        List<Check> checks = new ArrayList<>();
        for (int index = 0; index < sections.size(); index++) {
            checks.add(check(sections.get(index), schedules.get(index)));
        }
        return checks;
    }

    private Check check(Section check, Schedule schedule) {
        CheckHead head = head(check, schedule);
        return tcp(check, head)
                .or(() -> dns(check, head))
                .or(() -> heartbeat(check, head))
                .orElseGet(() ->
                        check.has(CheckFields.STEPS) ? journey(check, head) : http(check, head));
    }

    private Check journey(Section check, CheckHead head) {
        return new JourneyCheck(
                head.id(),
                head.name(),
                head.why(),
                head.component(),
                head.target(),
                family(check),
                setting(check, CheckFields.VERSION).orElse(HttpVersion.HTTP_1_1),
                head.schedule(),
                head.timeout(),
                head.slowAfter(),
                head.vital(),
                check.of(CheckFields.CACHE),
                check.of(CheckFields.STEPS).stream().map(StepFields::step).toList(),
                check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false));
    }

    private Optional<Check> tcp(Section check, CheckHead head) {
        return check.find(PlainFields.TCP)
                .map(tcp ->
                        new TcpCheck(
                                head,
                                tcp.find(PlainFields.HOST_NAME),
                                tcp.of(PlainFields.PORT),
                                family(check)));
    }

    private static Optional<Check> dns(Section check, CheckHead head) {
        return check.find(PlainFields.DNS)
                .map(dns ->
                        new DnsCheck(
                                head,
                                dns.find(PlainFields.DNS_NAME),
                                dns.orElse(PlainFields.TYPE, RecordType.A),
                                PlainFields.answers(dns),
                                dns.find(PlainFields.RESOLVER)));
    }

    private static Optional<Check> heartbeat(Section check, CheckHead head) {
        return check.find(HeartbeatFields.HEARTBEAT)
                .map(heartbeat -> HeartbeatFields.check(head, heartbeat));
    }

    private CheckHead head(Section check, Schedule schedule) {
        return new CheckHead(
                new CheckId(check.of(CheckFields.ID)),
                check.of(CheckFields.NAME),
                check.orElse(CheckFields.WHY, ""),
                new ComponentId(check.of(CheckFields.COMPONENT)),
                TargetRules.targetOf(check, targets).orElseThrow().id(),
                schedule,
                timeout(check),
                setting(check, CheckFields.SLOW),
                check.orElse(CheckFields.VITAL, false));
    }

    private AddressFamily family(Section check) {
        return setting(check, CheckFields.FAMILY).orElse(AddressFamily.ANY);
    }

    private Check http(Section check, CheckHead head) {
        return new HttpCheck(
                head.id(),
                head.name(),
                head.why(),
                head.component(),
                head.target(),
                check.orElse(CheckFields.METHOD, HttpMethod.GET),
                check.of(CheckFields.PATH),
                check.orElse(CheckFields.HEADERS, Map.of()),
                family(check),
                setting(check, CheckFields.VERSION).orElse(HttpVersion.HTTP_1_1),
                check.orElse(CheckFields.REDIRECTS, 0),
                head.schedule(),
                head.timeout(),
                head.slowAfter(),
                head.vital(),
                check.of(CheckFields.CACHE),
                check.of(CheckFields.EXPECT).stream().map(Reader.Located::value).toList(),
                check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false));
    }

    private Duration every(Section check) {
        return setting(check, CheckFields.EVERY).orElse(pace.round());
    }

    private Duration timeout(Section check) {
        return setting(check, CheckFields.TIMEOUT).orElse(defaultTimeout(pace.round()));
    }

    /** The deadline of a check that names none, in a file that names none either. */
    static Duration defaultTimeout(Duration round) {
        return round.compareTo(LONGEST_DEFAULT_TIMEOUT) < 0 ? round : LONGEST_DEFAULT_TIMEOUT;
    }

    /** What the check says, else what the defaults say. */
    private <T> Optional<T> setting(Section check, Field<T> field) {
        return check.find(field)
                .or(() -> root.find(StatusFields.DEFAULTS).flatMap(each -> each.find(field)));
    }
}
