package weservstatus.probe;

import java.util.List;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/**
 * Judges the expectations about pictures: {@link Expectation.ImageIs}, {@link Expectation.ColourIs}
 * and {@link Expectation.CardAsRequested}. Never throws for what an answer contains.
 */
@FunctionalInterface
public interface PictureJudge {
    List<Finding> judge(HttpCheck check, Expectation expectation, Answer answer);
}
