package weservstatus.verdict;

import java.time.Instant;
import weservstatus.verdict.ComponentOverride.Speaker;

/**
 * That the status of a component was said and not seen.
 *
 * @param since when it was said first
 * @param until when what is seen counts again
 * @param reason one line for visitors
 * @param judged what the component would be without
 */
public record Overruling(
        Instant since, Instant until, String reason, Speaker by, ComponentStatus judged) {

    static Overruling of(ComponentOverride said, ComponentStatus judged) {
        return new Overruling(said.begun(), said.until(), said.reason(), said.by(), judged);
    }
}
