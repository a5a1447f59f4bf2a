package weservstatus.cli;

import java.util.List;
import weservstatus.probe.PictureJudge;

/** seam */
final class Pictures {
    static final PictureJudge JUDGE = (check, expectation, answer) -> List.of();

    private Pictures() {}
}
