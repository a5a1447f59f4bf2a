package weservstatus.probe;

import weservstatus.observe.Answer;
import weservstatus.observe.Failure;

/** What came of one hop. */
sealed interface Reply {
    record Complete(Answer answer) implements Reply {}

    record Lost(Failure failure) implements Reply {}
}
