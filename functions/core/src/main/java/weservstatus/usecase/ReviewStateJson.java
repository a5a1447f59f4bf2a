package weservstatus.usecase;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.store.Codec;
import weservstatus.store.UnreadableDocument;

/** The stored form of the review's state: its records as JSON. */
final class ReviewStateJson implements Codec<ReviewState> {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    @Override
    public String encode(ReviewState state) {
        return JSON.writeValueAsString(state);
    }

    @Override
    public ReviewState decode(String document) {
        try {
            return JSON.readValue(document, ReviewState.class);
        } catch (JacksonException e) {
            throw new UnreadableDocument("review", e.getOriginalMessage(), e);
        }
    }
}
