package weservstatus.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Component;
import weservstatus.document.Coding;
import weservstatus.document.Documents;
import weservstatus.document.Rendered;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.store.Blobs;
import weservstatus.verdict.ComponentStatus;

/**
 * The status JSON where the CDN finds it when the API fails: under the API's own path below {@link
 * #FOLDER}. Its data age like any other, so nobody takes an old one for new. While all is well and
 * nobody says anything else, it is written four times an hour: whoever gets to see it sees all grey
 * anyhow, for it is older than a minute or two, and its history does not change.
 */
final class Standby {
    static final String FOLDER = "published";

    private static final Duration OFTEN = Duration.ofMinutes(15);

    private final Blobs blobs;
    private Optional<StatusSnapshot> last = Optional.empty();

    Standby(Blobs blobs) {
        this.blobs = blobs;
    }

    void publish(StatusSnapshot snapshot) {
        if (last.filter(before -> saysTheSame(before, snapshot)).isEmpty()) {
            Rendered status = Documents.status(snapshot);
            blobs.put(
                    FOLDER + "/api/v1/status",
                    new Blobs.Blob(status.body(Coding.IDENTITY), status.contentType()));
            last = Optional.of(snapshot);
        }
    }

    private static boolean saysTheSame(StatusSnapshot before, StatusSnapshot now) {
        return now.generatedAt().isBefore(before.generatedAt().plus(OFTEN))
                && isWell(before)
                && isWell(now)
                && before.page().equals(now.page())
                && components(before).equals(components(now))
                && before.announcements().equals(now.announcements());
    }

    private static boolean isWell(StatusSnapshot snapshot) {
        return snapshot.status() == ComponentStatus.OPERATIONAL
                && snapshot.checks().good() == snapshot.checks().active();
    }

    private static List<Component> components(StatusSnapshot snapshot) {
        return snapshot.components().stream().map(ComponentState::component).toList();
    }
}
