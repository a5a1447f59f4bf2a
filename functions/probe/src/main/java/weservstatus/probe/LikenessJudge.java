package weservstatus.probe;

import java.util.List;
import weservstatus.check.Likeness;
import weservstatus.observe.Asked;
import weservstatus.observe.Finding;

/**
 * Judges what the picture of a step must be beside that of an earlier one. Never throws for what an
 * answer contains.
 */
@FunctionalInterface
public interface LikenessJudge {
    /**
     * One finding for each fact of the picture.
     *
     * @param other the earlier step's request and answer; the same as {@code here} where the
     *     likeness names no other step
     */
    List<Finding> judge(Likeness likeness, Asked here, Asked other);
}
