package weservstatus.verdict;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.check.Pace;
import weservstatus.check.Page;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.check.TargetId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.observe.Side;
import weservstatus.time.Slot;

/** Catalogues and rounds for tests of the rules, written in a few words. */
public final class Scene {

    /** A whole hour, so that seconds read as they are. */
    public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    public static final TargetId TARGET = new TargetId("here");

    private final List<Location> locations = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    public static Scene at(String... places) {
        Scene scene = new Scene();
        for (String place : places) {
            scene.locations.add(new Location(new LocationId(place), place));
        }
        return scene;
    }

    public Scene group(String id) {
        groups.add(new Group(new GroupId(id), id));
        return this;
    }

    /** A component of the newest group, which is made if there is none. */
    public Scene component(String id) {
        if (groups.isEmpty()) {
            group("all");
        }
        components.add(new Component(new ComponentId(id), id, "", groups.getLast().id()));
        return this;
    }

    /** A vital check of the newest component, once a minute. */
    public Scene vital(String id, CachePath path) {
        checks.add(check(id, Duration.ofMinutes(1), true, path));
        return this;
    }

    /** Another check of the newest component. */
    public Scene other(String id, Duration every) {
        checks.add(check(id, every, false, CachePath.MISS));
        return this;
    }

    private HttpCheck check(String id, Duration every, boolean vital, CachePath path) {
        return check(id, components.getLast().id(), new Schedule(every, 0), vital, path, "/");
    }

    /** A check that expects 200 within 10 s and is slow above 2 s. */
    public static HttpCheck check(
            String id,
            ComponentId component,
            Schedule schedule,
            boolean vital,
            CachePath cachePath,
            String path) {
        return new HttpCheck(
                new CheckId(id),
                "Check " + id,
                "",
                component,
                TARGET,
                HttpMethod.GET,
                path,
                Map.of(),
                AddressFamily.ANY,
                HttpVersion.HTTP_1_1,
                0,
                schedule,
                Duration.ofSeconds(10),
                Optional.of(Duration.ofSeconds(2)),
                vital,
                cachePath,
                List.of(new Expectation.StatusIs(200)),
                false);
    }

    public Catalogue catalogue() {
        return new Catalogue(
                new Page("Test", URI.create("https://status.example.org"), "UTC", Optional.empty()),
                Pace.STANDARD,
                locations,
                List.of(new Target(TARGET, URI.create("http://localhost"), Optional.empty())),
                Optional.empty(),
                groups,
                components,
                checks);
    }

    /** {@code seconds} after {@link #START}. */
    public static Instant second(double seconds) {
        return START.plusMillis(Math.round(seconds * 1_000));
    }

    /** A scheduled round at that second, in the slot that holds it. */
    public static Round round(String place, double second, Observation... observations) {
        return round(place, second, 0, observations);
    }

    public static Round round(
            String place, double second, int number, Observation... observations) {
        return new Round(
                new LocationId(place),
                Slot.containing(second(second), Pace.STANDARD.round()),
                number,
                second(second),
                second(second + 0.5),
                Controls.NONE,
                List.of(observations));
    }

    public static Round blind(String place, double second, Observation... observations) {
        Round round = round(place, second, observations);
        return new Round(
                round.location(),
                round.slot(),
                0,
                round.started(),
                round.finished(),
                new Controls(ControlState.FAILED, new TreeMap<>()),
                round.observations());
    }

    /** Words: good, slow, bad, timeout, origin, blocked, self-fault, missed. */
    public static Observation seen(String check, double second, String word) {
        Instant at = second(second);
        return switch (word) {
            case "good" -> observation(check, at, Result.PASSED, 100);
            case "slow" -> observation(check, at, Result.SLOW, 3_000);
            case "bad" -> bad(check, at, Result.FAILED, Side.SERVICE, FailureReason.STATUS);
            case "timeout" -> bad(check, at, Result.FAILED, Side.SERVICE, FailureReason.TIMEOUT);
            case "origin" -> bad(check, at, Result.FAILED, Side.ORIGIN, FailureReason.STATUS);
            case "blocked" -> bad(check, at, Result.BLOCKED, Side.BLOCKED, FailureReason.STATUS);
            case "self-fault" -> bad(check, at, Result.SELF_FAULT, Side.MONITOR, FailureReason.DNS);
            case "missed" -> Observation.missed(new CheckId(check), at);
            default -> throw new IllegalArgumentException(word);
        };
    }

    public static Observation observation(String check, Instant at, Result result, long millis) {
        return observation(check, at, result, millis, false);
    }

    public static Observation observation(
            String check, Instant at, Result result, long millis, boolean cold) {
        return new Observation(
                new CheckId(check),
                result,
                Optional.empty(),
                Optional.empty(),
                at,
                new Phases(0, 0, 0, millis * 1_000, 0),
                OptionalInt.of(200),
                1_000,
                cold,
                "127.0.0.1",
                "MISS",
                "");
    }

    private static Observation bad(
            String check, Instant at, Result result, Side side, FailureReason reason) {
        return new Observation(
                new CheckId(check),
                result,
                Optional.of(Failure.in(Phase.FIRST_BYTE, reason, check + " is bad")),
                Optional.of(side),
                at,
                new Phases(0, 0, 0, 50_000, 0),
                OptionalInt.empty(),
                0,
                false,
                "",
                "",
                "");
    }
}
