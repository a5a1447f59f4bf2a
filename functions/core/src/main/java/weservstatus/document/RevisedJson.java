package weservstatus.document;

import java.util.Optional;
import weservstatus.status.UptimeFigure;
import weservstatus.uptime.Revision;

/** That a published figure changed: what it was first, and when it changed last. */
final class RevisedJson {
    private RevisedJson() {}

    static void write(Json json, Optional<Revision> revised) {
        revised.ifPresentOrElse(
                revision -> json.object("revised", one -> write(one, revision)),
                () -> json.nothing("revised"));
    }

    private static void write(Json json, Revision revision) {
        json.text("before", UptimeFigure.uptime(revision.before()));
        json.text("at", Times.seconds(revision.at()));
    }
}
