package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.UnreadableDocument;

class ReviewStateJsonTest {
    private final ReviewStateJson codec = new ReviewStateJson();

    @Test
    void isReadAsItWasWritten() {
        ReviewState state = state();

        assertThat(state.outages()).isNotEmpty();
        assertThat(codec.decode(codec.encode(state))).isEqualTo(state);
    }

    @Test
    void whatAnOlderVersionDidNotWriteIsEmptyOrLongAgo() {
        ObjectNode older = (ObjectNode) JsonMapper.shared().readTree(codec.encode(state()));
        older.remove(List.of("outages", "news", "finalThrough"));

        ReviewState read = codec.decode(older.toString());

        assertThat(read.outages()).isEmpty();
        assertThat(read.news()).isEmpty();
        assertThat(read.finalThrough()).isEqualTo(Instant.EPOCH);
        assertThat(read.components()).isEqualTo(state().components());
    }

    @Test
    void whatIsNoStateIsRefused() {
        assertThatThrownBy(() -> codec.decode("{\"whole\": 7}"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("review");
    }

    /** After half an hour, the last ten minutes of which are an outage. */
    private static ReviewState state() {
        Story story = new Story(Story.small());
        for (int minute = 0; minute < 30; minute++) {
            story.minute(minute, minute < 20 ? "good" : "bad");
        }
        return story.stores.state().find().orElseThrow().state();
    }
}
