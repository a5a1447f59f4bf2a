package weservstatus.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.AddressFamily;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.Pace;
import weservstatus.check.Schedule;
import weservstatus.check.Target;

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
                root.of(StatusFields.PAGE),
                pace,
                root.of(StatusFields.LOCATIONS),
                targets,
                root.of(StatusFields.CONTROL),
                groups.stream().map(StatusFields.GroupOfComponents::group).toList(),
                groups.stream().flatMap(each -> each.components().stream()).toList(),
                checks());
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
        return new HttpCheck(
                new CheckId(check.of(CheckFields.ID)),
                check.of(CheckFields.NAME),
                check.orElse(CheckFields.WHY, ""),
                new ComponentId(check.of(CheckFields.COMPONENT)),
                TargetRules.targetOf(check, targets).orElseThrow().id(),
                check.orElse(CheckFields.METHOD, HttpMethod.GET),
                check.of(CheckFields.PATH),
                check.orElse(CheckFields.HEADERS, Map.of()),
                setting(check, CheckFields.FAMILY).orElse(AddressFamily.ANY),
                setting(check, CheckFields.VERSION).orElse(HttpVersion.HTTP_1_1),
                check.orElse(CheckFields.REDIRECTS, 0),
                schedule,
                timeout(check),
                setting(check, CheckFields.SLOW),
                check.orElse(CheckFields.VITAL, false),
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
