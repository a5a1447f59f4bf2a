package weservstatus.probe;

import java.util.List;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Exchange;
import weservstatus.observe.Finding;

/** Holds an answered exchange against all that a check expects, in the check's order. */
@FunctionalInterface
public interface ExpectationJudge {
    List<Finding> judge(HttpCheck check, Exchange.Answered exchange);
}
