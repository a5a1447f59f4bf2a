package weservstatus.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Budget;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.check.Pace;
import weservstatus.check.Page;
import weservstatus.check.Target;
import weservstatus.check.TargetId;

/** The keys of status.yaml, but those of a check. */
final class StatusFields {
    /** A group and what stands below its heading. */
    record GroupOfComponents(Group group, List<Component> components) {}

    private static final Field<String> PAGE_NAME =
            Field.required("name", Scalars.line(100), "Title.", "name: Image service status");
    private static final Field<URI> PAGE_URL =
            Field.required(
                    "url", Urls.any(), "Where the page lies.", "url: https://status.example.org/");
    private static final Field<String> TIME_ZONE =
            Field.optional(
                    "timeZone", Scalars.timeZone(), "Your time zone, by its IANA name.", "UTC");
    private static final Field<String> NOTICE =
            Field.optional(
                    "notice", Scalars.line(300), "One sentence above everything else.", "none");

    static final Field<Page> PAGE =
            Field.required(
                    "page",
                    new SectionReader(
                                    "the page",
                                    PAGE_NAME,
                                    PAGE_URL,
                                    TIME_ZONE,
                                    NOTICE,
                                    LookFields.LOGO,
                                    LookFields.ACCENT,
                                    LookFields.LINKS,
                                    LookFields.FOOTER)
                            .as(StatusFields::page),
                    "What the public page calls itself.",
                    "page: {name: Image service status, url: \"https://status.example.org/\"}");

    static final Field<Duration> ROUND =
            Field.required(
                    "round",
                    Durations.between(Duration.ofSeconds(1), Duration.ofHours(1)),
                    "One round per location: 1s to 1h, a whole part of an hour.",
                    "round: 1m");
    static final Field<Duration> CONFIRM_AFTER =
            Field.required(
                    "confirmAfter",
                    Durations.between(Duration.ofMillis(100), Duration.ofHours(1)),
                    "How long after a first bad answer and its repeat one location asks again.",
                    "confirmAfter: 10s");
    static final Field<Duration> STALE_AFTER =
            Field.required(
                    "staleAfter",
                    Durations.between(Duration.ofSeconds(2), Duration.ofDays(1)),
                    "Age of the newest data beyond which the page is grey.",
                    "staleAfter: 150s");
    static final Field<Duration> RECOVER_AFTER =
            Field.optional(
                    "recoverAfter",
                    Durations.between(Duration.ofSeconds(2), Duration.ofDays(1)),
                    "How long a component must be good, in three rounds or more, before its outage"
                            + " is over; one that comes back within five times as long is the"
                            + " same.",
                    "120s");
    static final Field<Section> PACE =
            Field.optional(
                    "pace",
                    new SectionReader("the pace", ROUND, CONFIRM_AFTER, STALE_AFTER, RECOVER_AFTER)
                            .with(PaceRules::apply),
                    "How fast the monitor works.",
                    "round 1m, confirmAfter 10s, staleAfter 150s, recoverAfter 120s");

    private static final Field<String> LOCATION_ID =
            Field.required(
                    "id", Scalars.newId(Kind.LOCATION), "Identity of the place.", "id: here");
    private static final Field<String> LOCATION_NAME =
            Field.required("name", Scalars.line(100), "What visitors read.", "name: This machine");
    static final Field<List<Location>> LOCATIONS =
            Field.required(
                    "locations",
                    new ListOf<>(
                            "location",
                            30,
                            new SectionReader("a location", LOCATION_ID, LOCATION_NAME)
                                    .as(StatusFields::location)),
                    "The places that probes run from.",
                    "locations: [{id: here, name: This machine}]");

    private static final Field<String> TARGET_ID =
            Field.required(
                    "id", Scalars.newId(Kind.TARGET), "Identity of the instance.", "id: wsrv");
    private static final Field<URI> TARGET_URL =
            Field.required(
                    "url",
                    Urls.server(),
                    "Scheme, host and port of an instance of the image service.",
                    "url: https://wsrv.nl");
    private static final Field<URI> ORIGIN =
            Field.optional(
                    "origin",
                    Urls.folder(),
                    "Public folder that holds the test card.",
                    "none, and the checks with {origin} in their path are off");
    private static final Field<Optional<Budget>> BUDGET =
            Field.optional(
                    "budget",
                    BudgetReader.budgetOrNone(),
                    "How many uncached requests each location may send in any ten minutes, asking"
                            + " again included; or none.",
                    String.valueOf(Budget.STANDARD.requests()));
    static final Field<List<Target>> TARGETS =
            Field.required(
                    "targets",
                    new ListOf<>(
                            "target",
                            20,
                            new SectionReader("a target", TARGET_ID, TARGET_URL, ORIGIN, BUDGET)
                                    .as(StatusFields::target)),
                    "The instances of the image service that are watched.",
                    "targets: [{id: wsrv, url: \"https://wsrv.nl\"}]");

    private static final Field<String> GROUP_ID =
            Field.required(
                    "id", Scalars.newId(Kind.GROUP), "Identity of the group.", "id: delivery");
    private static final Field<String> GROUP_NAME =
            Field.required("name", Scalars.line(100), "Heading on the page.", "name: Delivery");
    private static final Field<String> COMPONENT_ID =
            Field.required(
                    "id",
                    Scalars.newId(Kind.COMPONENT),
                    "Identity of the component: keep it, and it keeps its history.",
                    "id: website");
    private static final Field<String> COMPONENT_NAME =
            Field.required("name", Scalars.line(100), "What visitors read.", "name: Website");
    private static final Field<String> DESCRIPTION =
            Field.optional(
                    "description", Scalars.line(200), "A few words beside the name.", "none");
    private static final Field<List<Section>> COMPONENTS =
            Field.required(
                    "components",
                    new ListOf<>(
                            "component",
                            50,
                            new SectionReader(
                                    "a component", COMPONENT_ID, COMPONENT_NAME, DESCRIPTION)),
                    "What visitors know, in the order of the page.",
                    "components: [{id: website, name: Website}]");
    static final Field<List<GroupOfComponents>> GROUPS =
            Field.required(
                    "groups",
                    new ListOf<>(
                            "group",
                            30,
                            new SectionReader("a group", GROUP_ID, GROUP_NAME, COMPONENTS)
                                    .as(StatusFields::group)),
                    "The headings of the page with the components below them.",
                    "groups: [{id: delivery, name: Delivery, components: [{id: website, name:"
                            + " Website}]}]");

    static final Field<Section> DEFAULTS =
            Field.optional(
                    "defaults",
                    CheckFields.defaults(),
                    "What holds for each check that does not say otherwise.",
                    "nothing");
    static final Field<List<Section>> CHECKS =
            Field.required(
                    "checks",
                    new ListOf<>("check", 500, CheckFields.reader()),
                    "What is asked, and what counts as good.",
                    "checks: [{id: home, name: Home page, component: website, path: /,"
                            + " cache: none, expect: [{status: 200}]}]");

    private StatusFields() {}

    static SectionReader reader() {
        return new SectionReader(
                        "the file",
                        PAGE,
                        PACE,
                        LOCATIONS,
                        TARGETS,
                        ControlReader.CONTROL,
                        GROUPS,
                        DEFAULTS,
                        CHECKS,
                        ObjectiveFields.OBJECTIVES,
                        ChannelFields.CHANNELS,
                        ReminderFields.FIELD,
                        MailFields.MAIL,
                        PulseFields.PULSE,
                        AlertFields.ALERTS)
                .with(PaceRules::applyToChecks)
                .with(TargetRules::apply)
                .with(ObjectiveFields::apply)
                .with(MailFields::applyToChannels);
    }

    static Pace pace(Section pace) {
        return new Pace(
                pace.of(ROUND),
                pace.of(CONFIRM_AFTER),
                pace.of(STALE_AFTER),
                pace.orElse(RECOVER_AFTER, Pace.RECOVER_AFTER));
    }

    private static Page page(Section page) {
        return new Page(
                page.of(PAGE_NAME),
                page.of(PAGE_URL),
                page.orElse(TIME_ZONE, "UTC"),
                page.find(NOTICE),
                LookFields.look(page));
    }

    private static Location location(Section location) {
        return new Location(new LocationId(location.of(LOCATION_ID)), location.of(LOCATION_NAME));
    }

    private static Target target(Section target) {
        return new Target(
                new TargetId(target.of(TARGET_ID)),
                target.of(TARGET_URL),
                target.find(ORIGIN),
                target.orElse(BUDGET, Optional.of(Budget.STANDARD)));
    }

    private static GroupOfComponents group(Section section) {
        Group group = new Group(new GroupId(section.of(GROUP_ID)), section.of(GROUP_NAME));
        return new GroupOfComponents(
                group,
                section.of(COMPONENTS).stream().map(each -> component(each, group.id())).toList());
    }

    private static Component component(Section component, GroupId group) {
        return new Component(
                new ComponentId(component.of(COMPONENT_ID)),
                component.of(COMPONENT_NAME),
                component.orElse(DESCRIPTION, ""),
                group);
    }
}
