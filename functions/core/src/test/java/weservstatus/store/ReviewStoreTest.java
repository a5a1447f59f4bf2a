package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weservstatus.store.ReviewStore.Versioned;

class ReviewStoreTest {
    private final ReviewStore<String> reviews =
            new ReviewStore<>(
                    new InMemoryTable(new TestClock(TableUnderTest.NOON)),
                    new Codec<>() {
                        @Override
                        public String encode(String value) {
                            return "\"" + value + "\"";
                        }

                        @Override
                        public String decode(String document) {
                            return document.substring(1, document.length() - 1);
                        }
                    });

    @Test
    void startsWithNothing() {
        assertThat(reviews.find()).isEmpty();
    }

    @Test
    void countsVersionsFromOne() {
        assertThat(reviews.put("first", ReviewStore.NONE)).isTrue();
        assertThat(reviews.find()).contains(new Versioned<>("first", 1));

        assertThat(reviews.put("second", 1)).isTrue();
        assertThat(reviews.find()).contains(new Versioned<>("second", 2));
    }

    @Test
    void oneOfTwoReviewsThatReadTheSameStateIsTurnedAway() {
        reviews.put("first", ReviewStore.NONE);
        long seen = reviews.find().orElseThrow().version();

        assertThat(reviews.put("mine", seen)).isTrue();
        assertThat(reviews.put("yours", seen)).isFalse();
        assertThat(reviews.put("from nowhere", ReviewStore.NONE)).isFalse();

        assertThat(reviews.find()).contains(new Versioned<>("mine", 2));
    }
}
