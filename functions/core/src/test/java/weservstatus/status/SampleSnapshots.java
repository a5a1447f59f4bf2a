package weservstatus.status;

import static weservstatus.verdict.ComponentStatus.DEGRADED_PERFORMANCE;
import static weservstatus.verdict.ComponentStatus.MAJOR_OUTAGE;
import static weservstatus.verdict.ComponentStatus.OPERATIONAL;
import static weservstatus.verdict.ComponentStatus.PARTIAL_OUTAGE;
import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.check.LocationId;
import weservstatus.check.Look;
import weservstatus.check.Objective;
import weservstatus.check.Page;
import weservstatus.slo.Budget;
import weservstatus.slo.BurnWindow;
import weservstatus.slo.ObjectiveState;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Course;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Revision;
import weservstatus.uptime.Tally;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;

/** Snapshots built by hand, with few days and hours so that a person can read the documents. */
public final class SampleSnapshots {
    public static final Instant NOW = Instant.parse("2026-11-23T21:30:04.250Z");
    public static final Instant THROUGH = Instant.parse("2026-11-23T21:30:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static final long DAY = 86_400_000;
    private static final Tally FIGURES =
            new Tally(2 * DAY - 61_000, 0, 61_000, 0, 0, 1_000, 0, 31_000, 91_000);
    private static final Tally FIGURES_TODAY =
            new Tally(DAY - 61_000, 0, 61_000, 0, 0, 0, 0, 31_000, 91_000);
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\">" + " ".repeat(99) + "</svg>";
    private static final Instant OUTAGE = Instant.parse("2026-11-23T21:12:07.500Z");
    private static final Instant BLIND = Instant.parse("2026-11-23T21:20:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-22");

    private SampleSnapshots() {}

    /** One of each kind, the large one with that many components, and a hundred random ones. */
    public static Stream<StatusSnapshot> ofEveryKind(int components) {
        return Stream.concat(
                Stream.of(
                        calm(),
                        incident(),
                        blind(),
                        beforeFirstData(),
                        withoutComponents(),
                        hostile(),
                        large(components)),
                RandomSnapshots.of(100));
    }

    /** Two groups, all well. */
    public static StatusSnapshot calm() {
        return snapshot(
                new Verdict(OPERATIONAL, Headline.WORKS, Optional.empty()),
                PlaceState.REPORTING,
                List.of(
                        group("delivery", "Delivery", calm("cached", "Cached pictures")),
                        group(
                                "processing",
                                "Processing",
                                calm("formats", "Formats"),
                                calm("sizes", "Sizes"))));
    }

    /** One component partly out, one slow. */
    public static StatusSnapshot incident() {
        Problem problem =
                new Problem(
                        "webp",
                        "Convert to WebP",
                        "service",
                        "IMAGE",
                        "format: expected webp, got png",
                        Optional.of("20261123T211200000Z.0.here.webp"));
        ComponentState formats =
                state("formats", "Formats", PARTIAL_OUTAGE, Optional.of(OUTAGE), List.of(problem));
        ComponentState sizes =
                state("sizes", "Sizes", DEGRADED_PERFORMANCE, Optional.of(OUTAGE), List.of());
        return snapshot(
                        new Verdict(PARTIAL_OUTAGE, Headline.SOME_FAIL, Optional.of(OUTAGE)),
                        PlaceState.REPORTING,
                        List.of(
                                group("delivery", "Delivery", calm("cached", "Cached pictures")),
                                group("processing", "Processing", formats, sizes)))
                .with(SampleAnnouncements.of(NOW))
                .with(SampleChecks.of(NOW));
    }

    /** The control probe fails: nothing is known, of one component never since when. */
    public static StatusSnapshot blind() {
        ComponentState cached =
                state("cached", "Cached pictures", UNKNOWN, Optional.of(BLIND), List.of());
        ComponentState formats =
                state("formats", "Formats", UNKNOWN, Optional.of(BLIND.plusSeconds(60)), List.of());
        ComponentState sizes = state("sizes", "Sizes", UNKNOWN, Optional.empty(), List.of());
        return snapshot(
                new Verdict(UNKNOWN, Headline.CANNOT_SEE, Optional.of(BLIND)),
                PlaceState.BLIND,
                List.of(
                        group("delivery", "Delivery", cached),
                        group("processing", "Processing", formats, sizes)));
    }

    /** A day that was published without any trouble. */
    private static final Revision REVISION =
            new Revision(new Tally(86_400_000, 0, 0, 0, 0, 0), NOW.minus(Duration.ofHours(4)));

    /** Before the first round has ended. */
    public static StatusSnapshot beforeFirstData() {
        ComponentState cached =
                new ComponentState(
                        component("cached", "Cached pictures", "delivery"),
                        UNKNOWN,
                        Optional.empty(),
                        Course.NONE,
                        List.of(),
                        Totals.of(Tally.NONE, days(Tally.NONE)),
                        days(Tally.NONE),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        return new StatusSnapshot(
                page("wsrv.nl status", Optional.empty()),
                NOW,
                Optional.empty(),
                Duration.ofSeconds(60),
                Duration.ofSeconds(150),
                UNKNOWN,
                Headline.CANNOT_SEE,
                Optional.empty(),
                new CheckCounts(3, 0, 0, 0, 0, 3, 1),
                List.of(place(PlaceState.SILENT, Optional.empty())),
                List.of(group("delivery", "Delivery", cached)),
                new Speed(Percentiles.NONE, List.of()),
                Announcements.NONE);
    }

    /** A page that watches nothing. */
    public static StatusSnapshot withoutComponents() {
        return snapshot(
                new Verdict(OPERATIONAL, Headline.WORKS, Optional.empty()),
                PlaceState.REPORTING,
                List.of());
    }

    /** Names and messages that try to break out of JSON, HTML, terminals and UTF-8. */
    public static StatusSnapshot hostile() {
        String name = "</script><script>alert(1)</script>\u0000\u001b[31m\"\\\n\u2028";
        String rightToLeft =
                "\u202e\u062e\u062f\u0645\u0629 \u0627\u0644\u0635\u0648\u0631\u202c \ud83d\uddbc";
        Problem problem =
                new Problem(
                        "webp",
                        name,
                        "edge",
                        "BODY",
                        "cut in the middle of a picture: \ud83d",
                        Optional.empty());
        ComponentState formats =
                state("formats", rightToLeft, MAJOR_OUTAGE, Optional.of(OUTAGE), List.of(problem));
        StatusSnapshot calm =
                snapshot(
                        new Verdict(MAJOR_OUTAGE, Headline.DOWN, Optional.of(OUTAGE)),
                        PlaceState.REPORTING,
                        List.of(group("processing", name, formats)));
        return withPage(calm, page(name, Optional.of(rightToLeft)));
    }

    /** As many components as wanted with 90 days and 24 hours, no two days alike. */
    public static StatusSnapshot large(int components) {
        List<ComponentState> states =
                IntStream.range(0, components).mapToObj(SampleSnapshots::fullState).toList();
        return snapshot(
                new Verdict(OPERATIONAL, Headline.WORKS, Optional.empty()),
                PlaceState.REPORTING,
                List.of(new GroupState(new Group(new GroupId("all"), "All"), OPERATIONAL, states)));
    }

    public static StatusSnapshot withPage(StatusSnapshot snapshot, Page page) {
        return new StatusSnapshot(
                page,
                snapshot.generatedAt(),
                snapshot.dataThrough(),
                snapshot.round(),
                snapshot.staleAfter(),
                snapshot.status(),
                snapshot.headline(),
                snapshot.since(),
                snapshot.checks(),
                snapshot.places(),
                snapshot.groups(),
                snapshot.speed(),
                snapshot.announcements(),
                snapshot.asked());
    }

    /** With a picture of the owner's. */
    public static StatusSnapshot withLogo(StatusSnapshot snapshot) {
        Page page = snapshot.page();
        String base64 = Base64.getEncoder().encodeToString(SVG.getBytes(StandardCharsets.UTF_8));
        Look look =
                new Look(
                        Optional.of(new Look.Logo("image/svg+xml", base64)),
                        Optional.of(new Look.Accent("#7a1fa2", "#d9a6f2")),
                        List.of(new Look.Link("Website", page.url())),
                        Optional.of("Run by the people of Example."));
        return withPage(
                snapshot, new Page(page.name(), page.url(), page.timeZone(), page.notice(), look));
    }

    public static Page page(String name, Optional<String> notice) {
        return new Page(name, URI.create("https://status.example.org"), "Etc/UTC", notice);
    }

    private record Verdict(ComponentStatus status, Headline headline, Optional<Instant> since) {}

    private static StatusSnapshot snapshot(
            Verdict verdict, PlaceState place, List<GroupState> groups) {
        return new StatusSnapshot(
                page("wsrv.nl status", Optional.empty()),
                NOW,
                Optional.of(THROUGH),
                Duration.ofSeconds(60),
                Duration.ofSeconds(150),
                verdict.status(),
                verdict.headline(),
                verdict.since(),
                new CheckCounts(24, 22, 0, 0, 1, 1, 0),
                List.of(place(place, Optional.of(THROUGH))),
                groups,
                new Speed(percentiles(1440), hours(2), SampleSpeed.parts(THROUGH)),
                Announcements.NONE);
    }

    private static Place place(PlaceState state, Optional<Instant> lastRound) {
        return new Place(new LocationId("here"), "This machine", state, lastRound);
    }

    private static GroupState group(String id, String name, ComponentState... states) {
        ComponentStatus worst =
                List.of(states).stream()
                        .map(ComponentState::status)
                        .max(ComponentStatus::compareTo)
                        .orElse(OPERATIONAL);
        return new GroupState(new Group(new GroupId(id), name), worst, List.of(states));
    }

    private static ComponentState calm(String id, String name) {
        return state(id, name, OPERATIONAL, Optional.empty(), List.of());
    }

    private static ComponentState state(
            String id,
            String name,
            ComponentStatus status,
            Optional<Instant> since,
            List<Problem> problems) {
        return new ComponentState(
                component(id, name, "processing"),
                status,
                since,
                Course.NONE,
                problems,
                new Totals(FIGURES, FIGURES, FIGURES, FIGURES),
                days(FIGURES_TODAY),
                Optional.of(FIRST_DAY),
                hours(2),
                Optional.of(objective(id)));
    }

    /** A budget of which two thirds are spent, a little too fast. */
    private static ObjectiveState objective(String id) {
        Budget budget =
                new Budget(
                        Objective.standard(new ComponentId(id)),
                        216,
                        144,
                        1.5,
                        Optional.of(NOW.plus(Duration.ofDays(7))));
        return new ObjectiveState(
                budget,
                43_200,
                Stream.of(BurnWindow.values())
                        .map(window -> new ObjectiveState.Rate(window, 1.5, 2.345))
                        .toList(),
                Optional.of(BurnWindow.CREEPING));
    }

    private static Component component(String id, String name, String group) {
        String description = id.equals("formats") ? "JPEG, PNG, WebP, AVIF, GIF, TIFF" : "";
        return new Component(new ComponentId(id), name, description, new GroupId(group));
    }

    private static List<Day> days(Tally yesterday) {
        return List.of(
                new Day(TODAY.minusDays(2), Tally.NONE),
                new Day(TODAY.minusDays(1), yesterday, Optional.of(REVISION)),
                new Day(TODAY, new Tally(yesterday.operational() / 2, 0, 0, 0, 0, 0)));
    }

    private static ComponentState fullState(int number) {
        List<Day> days =
                IntStream.range(0, 90)
                        .mapToObj(day -> new Day(TODAY.minusDays(89 - day), lively(number, day)))
                        .toList();
        return new ComponentState(
                component("component-" + number, "Component " + number, "all"),
                OPERATIONAL,
                Optional.empty(),
                Course.NONE,
                List.of(),
                Totals.of(days.getLast().tally(), days),
                days,
                Optional.of(TODAY.minusDays(89)),
                hours(24),
                Optional.empty());
    }

    /** Every third day has some trouble, as uneven as real trouble is. */
    private static Tally lively(int number, int day) {
        long trouble = (number + day) % 3 == 0 ? (number * 7919L + day * 104_729L) % 3_600_000 : 0;
        return new Tally(DAY - trouble, trouble / 3, trouble - trouble / 3, 0, 0, 0);
    }

    private static List<HourSpeed> hours(int count) {
        Instant newest = THROUGH.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).toInstant();
        return IntStream.range(0, count)
                .mapToObj(hour ->
                        new HourSpeed(
                                newest.minus(count - 1L - hour, ChronoUnit.HOURS),
                                percentiles(60 + hour)))
                .toList();
    }

    private static Percentiles percentiles(long n) {
        return new Percentiles(
                n,
                Optional.of(86.05 + n / 100.0),
                Optional.of(152.44),
                n < 300 ? Optional.empty() : Optional.of(412.0));
    }
}
