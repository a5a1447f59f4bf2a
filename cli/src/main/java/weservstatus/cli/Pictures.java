package weservstatus.cli;

import weservstatus.image.Oracle;
import weservstatus.probe.PictureJudge;

/** The one oracle of the process: it decodes one picture at a time. */
final class Pictures {
    static final PictureJudge JUDGE = new Oracle()::judge;

    private Pictures() {}
}
