package weservstatus.usecase;

import java.util.Map;
import weservstatus.check.CheckId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Round;

/** Port to where evidence of bad attempts is kept. Never throws: a round counts without it. */
public interface EvidenceKeeper {

    /**
     * The round with the observations naming the evidence that is, or is about to be, kept of them.
     * Takes no longer than a look into the store; for a round without bad observations nothing.
     *
     * @param attempts those that ended in time
     */
    Round named(Round round, Map<CheckId, Attempt> attempts);

    /** Keeps what {@link #named} promised, once the round is stored. A repeat changes nothing. */
    void keep(Round named, Map<CheckId, Attempt> attempts);

    /** Keeps nothing. */
    EvidenceKeeper NONE =
            new EvidenceKeeper() {
                @Override
                public Round named(Round round, Map<CheckId, Attempt> attempts) {
                    return round;
                }

                @Override
                public void keep(Round named, Map<CheckId, Attempt> attempts) {}
            };
}
