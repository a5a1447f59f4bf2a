package weservstatus.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.incident.MaintenancePlan;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.incident.Timetable;
import weservstatus.time.Interval;
import weservstatus.usecase.Administration;
import weservstatus.usecase.OccurrenceChange;
import weservstatus.usecase.Outcome;
import weservstatus.usecase.WorkEdit;

/** {@code /api/v1/admin/maintenance}. */
final class AdminMaintenance {
    private static final String PLACE = "/api/v1/admin/maintenance";
    private static final String ONE = PLACE + "/{id}";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 10_000;
    private static final int MOST_COMPONENTS = 100;
    private static final int MOST_REMINDERS = 10;
    private static final Duration LONGEST_BEFORE = Duration.ofDays(60);
    private static final Interval NEVER = new Interval(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    private static final JsonMapper JSON = JsonMapper.shared();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", PLACE, Trust.ADMIN, AdminMaintenance::list),
                    Operation.of("POST", PLACE, Trust.ADMIN, AdminMaintenance::plan),
                    Operation.of("GET", ONE, Trust.ADMIN, AdminMaintenance::show),
                    Operation.of("PATCH", ONE, Trust.ADMIN, AdminMaintenance::edit),
                    Operation.of(
                            "PATCH",
                            ONE + "/occurrences/{planned}",
                            Trust.ADMIN,
                            AdminMaintenance::amend));

    private AdminMaintenance() {}

    private static Response list(Administration admin, Asked asked) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode works = json.putArray("maintenance");
        admin.maintenance().all().forEach(stored -> works.add(WorkView.of(stored, admin.now())));
        return Replies.json(200, json, Map.of());
    }

    private static Response show(Administration admin, Asked asked) {
        String id = asked.variable("id");
        return admin.maintenance()
                .find(id)
                .map(stored -> Replies.one(WorkView.of(stored, admin.now()), stored.version()))
                .orElseGet(() -> Replies.missing("maintenance", id));
    }

    private static Response plan(Administration admin, Asked asked) {
        var mandate = asked.creating();
        Form form = asked.form();
        MaintenancePlan plan =
                new MaintenancePlan(
                        form.line("title", LONGEST_TITLE),
                        form.maybeText("body", LONGEST_BODY).orElse(""),
                        components(form).orElse(Set.of()),
                        timetable(form).orElseGet(() -> unplanned(form)),
                        reminders(form).orElse(List.of()),
                        form.maybeFlag("untilFinished").orElse(false));
        form.end();
        return reply(admin, admin.maintenance().plan(plan, mandate));
    }

    private static Timetable unplanned(Form form) {
        if (!form.has("once") && !form.has("recurring")) {
            form.fault("once", "it is missing", "give once or recurring");
        }
        return new Timetable.Once(NEVER);
    }

    private static Response edit(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        WorkEdit wish =
                new WorkEdit(
                        form.maybeLine("title", LONGEST_TITLE),
                        form.maybeText("body", LONGEST_BODY),
                        components(form),
                        timetable(form),
                        reminders(form),
                        form.maybeFlag("untilFinished"),
                        form.onlyTrue("cancelled"));
        form.end();
        return reply(admin, admin.maintenance().edit(asked.variable("id"), wish, mandate));
    }

    private static Response amend(Administration admin, Asked asked) {
        var mandate = asked.changing();
        Form form = asked.form();
        Optional<Instant> end = form.maybeInstant("end");
        Optional<MaintenanceStatus> status =
                form.maybe("status", AdminMaintenance::status, "verifying, completed or cancelled");
        String body = form.maybeText("body", LONGEST_BODY).orElse("");
        if (end.isEmpty() && status.isEmpty() && body.isBlank()) {
            form.fault("end", "nothing is wanted", "give an end, a status or a body");
        }
        form.end();
        OccurrenceChange wish = new OccurrenceChange(planned(asked), end, status, body);
        return reply(admin, admin.maintenance().amend(asked.variable("id"), wish, mandate));
    }

    private static Instant planned(Asked asked) {
        try {
            return Instant.parse(asked.variable("planned"));
        } catch (DateTimeException e) {
            throw new Unacceptable(
                    Problem.of(
                            404,
                            "not-found",
                            Echo.of(asked.variable("planned")) + " is no planned start"));
        }
    }

    private static Response reply(Administration admin, Outcome outcome) {
        return Replies.outcome(outcome, PLACE, document -> WorkView.of(document, admin.now()));
    }

    private static MaintenanceStatus status(String label) {
        return switch (label) {
            case "verifying" -> MaintenanceStatus.VERIFYING;
            case "completed" -> MaintenanceStatus.COMPLETED;
            case "cancelled" -> MaintenanceStatus.CANCELLED;
            default -> throw new IllegalArgumentException(label);
        };
    }

    private static Optional<Set<ComponentId>> components(Form form) {
        return form.maybeAll(
                        "components", MOST_COMPONENTS, ComponentId::new, "an id of a component")
                .map(HashSet::new);
    }

    private static Optional<List<Duration>> reminders(Form form) {
        return form.maybeAll(
                "reminders", MOST_REMINDERS, AdminMaintenance::before, "a time as in PT1H or P1D");
    }

    private static Duration before(String text) {
        Duration before = Duration.parse(text);
        if (before.isNegative() || before.isZero() || before.compareTo(LONGEST_BEFORE) > 0) {
            throw new IllegalArgumentException(text);
        }
        return before;
    }

    private static Optional<Timetable> timetable(Form form) {
        Optional<Timetable> once = form.maybeForm("once").flatMap(AdminMaintenance::once);
        Optional<Timetable> recurring =
                form.maybeForm("recurring").flatMap(AdminMaintenance::recurring);
        if (form.has("once") && form.has("recurring")) {
            form.fault("recurring", "it is once and recurring", "leave one of them out");
        }
        return once.or(() -> recurring);
    }

    private static Optional<Timetable> once(Form form) {
        Instant start = form.parsed("start", Instant::parse, "a time", Instant.EPOCH);
        Instant end = form.parsed("end", Instant::parse, "a time", start.plusSeconds(1));
        form.endPart();
        if (!end.isAfter(start)) {
            form.fault("end", "it does not lie after the start", "give a later end");
            return Optional.empty();
        }
        return Optional.of(new Timetable.Once(new Interval(start, end)));
    }

    private static Optional<Timetable> recurring(Form form) {
        String rule = form.line("rule", LONGEST_TITLE);
        ZoneId zone =
                form.parsed(
                        "zone",
                        AdminMaintenance::zone,
                        "an IANA zone as in Europe/Berlin",
                        ZoneId.of("UTC"));
        LocalDateTime first =
                form.parsed(
                        "first",
                        LocalDateTime::parse,
                        "a wall-clock time as in 2026-01-31T02:30",
                        LocalDateTime.of(2026, 1, 1, 0, 0));
        Duration length =
                form.parsed("length", Duration::parse, "a time as in PT1H", Duration.ofHours(1));
        form.endPart();
        try {
            return rule.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Timetable.Recurring(rule, zone, first, length));
        } catch (IllegalArgumentException e) {
            String reason = Objects.requireNonNullElse(e.getMessage(), "it cannot be read");
            form.fault(
                    reason.contains("lasts") ? "length" : "rule",
                    Echo.of(reason),
                    "give a rule as in FREQ=WEEKLY;BYDAY=TU and a length up to P7D");
            return Optional.empty();
        }
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return ZoneId.of(name);
    }
}
