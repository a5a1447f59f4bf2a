package weservstatus.usecase;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.Codec;
import weservstatus.store.UnreadableDocument;

/**
 * The stored form of the review's state: its records as JSON. Lists that a version before this one
 * did not write are empty; it did not say either how far all was final and by which definitions it
 * counted, and only for the first review after it that is not known.
 */
final class ReviewStateJson implements Codec<ReviewState> {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final List<String> ADDED = List.of("outages", "news", "eras");
    private static final String FINAL = "finalThrough";
    private static final String DEFINITIONS = "definitions";

    @Override
    public String encode(ReviewState state) {
        return JSON.writeValueAsString(state);
    }

    private static JsonNode completed(JsonNode tree) {
        if (tree instanceof ObjectNode state) {
            ADDED.stream().filter(list -> !state.has(list)).forEach(state::putArray);
            if (!state.has(FINAL)) {
                state.put(FINAL, Instant.EPOCH.toString());
            }
            if (!state.has(DEFINITIONS)) {
                state.put(DEFINITIONS, "");
            }
        }
        return tree;
    }

    @Override
    public ReviewState decode(String document) {
        try {
            return JSON.treeToValue(completed(JSON.readTree(document)), ReviewState.class);
        } catch (JacksonException e) {
            throw new UnreadableDocument("review", e.getOriginalMessage(), e);
        }
    }
}
