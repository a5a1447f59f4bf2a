package weservstatus.local;

import java.time.Duration;
import java.util.List;

/**
 * Which fault the demo plays when: a pure function of the time since its start.
 *
 * @param scenes in order, the first from zero on
 * @param length after which the script begins again
 */
public record FaultScript(List<Scene> scenes, Duration length) {

    /** One fault from {@code from} until the next scene. */
    public record Scene(Duration from, Fault fault) {}

    /**
     * Green, yellow, red and green again within three minutes; then healthy until ten minutes are
     * over, then from the beginning.
     */
    public static final FaultScript STANDARD =
            new FaultScript(
                    List.of(
                            new Scene(Duration.ZERO, Fault.NONE),
                            new Scene(Duration.ofSeconds(40), Fault.WEBP_BREAKS),
                            new Scene(Duration.ofSeconds(85), Fault.ALL_DOWN),
                            new Scene(Duration.ofSeconds(130), Fault.NONE)),
                    Duration.ofMinutes(10));

    /** Always healthy. */
    public static final FaultScript HONEST =
            new FaultScript(List.of(new Scene(Duration.ZERO, Fault.NONE)), Duration.ofDays(1));

    public FaultScript {
        scenes = List.copyOf(scenes);
        if (scenes.isEmpty() || !scenes.getFirst().from().isZero()) {
            throw new IllegalArgumentException("the first scene starts at zero");
        }
        if (length.compareTo(scenes.getLast().from()) <= 0) {
            throw new IllegalArgumentException("the script ends after its last scene begins");
        }
    }

    /** The fault that is played {@code elapsed} after the start. */
    public Fault at(Duration elapsed) {
        Duration within = Duration.ofMillis(Math.floorMod(elapsed.toMillis(), length.toMillis()));
        return scenes.reversed().stream()
                .filter(scene -> scene.from().compareTo(within) <= 0)
                .findFirst()
                .orElseThrow()
                .fault();
    }
}
