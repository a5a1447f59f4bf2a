package weservstatus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.Allowance.Requests;

class AllowanceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** Seconds before and after now, each with so many requests. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 10",
        "'-1:3', '', 7",
        "'-599:3', '', 7",
        "'-600:3', '', 10",
        "'', '0:2', 8",
        "'', '599:2', 8",
        "'', '600:2', 10",
        "'-599:3', '2:4', 6",
        "'-599:3', '1:4', 6",
        "'-590:3', '5:4', 3",
        "'-590:3 -1:2', '5:4 20:4', 0",
        "'-1:9', '30:4', -3"
    })
    void noTenMinutesThatHoldTheMomentSeeMore(String sent, String planned, int room) {
        assertThat(allowance(requests(sent), requests(planned)).room()).isEqualTo(room);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatThereIsRoomForFitsIntoEveryWindowAndOneMoreDoesNot(int seed) {
        Random random = new Random(seed);
        List<Requests> sent = random(random, -1_000, 0);
        List<Requests> planned = random(random, 0, 1_000);
        int room = allowance(sent, planned).room();

        assertThat(most(sent, planned, room)).isEqualTo(10);
    }

    private static Allowance allowance(List<Requests> sent, List<Requests> planned) {
        return new Allowance(new Budget(10), NOW, sent, planned);
    }

    private static List<Requests> random(Random random, int first, int last) {
        List<Requests> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Instant at = NOW.plusSeconds(random.nextInt(first, last));
            requests.add(new Requests(at, random.nextInt(3)));
        }
        return requests;
    }

    /** In any ten minutes that end within the next ten, counted second by second. */
    private static int most(List<Requests> sent, List<Requests> planned, int room) {
        List<Requests> all = new ArrayList<>(sent);
        all.addAll(planned);
        all.add(new Requests(NOW, room));
        int most = 0;
        for (int end = 0; end < 600; end++) {
            Instant last = NOW.plusSeconds(end);
            most =
                    Math.max(
                            most,
                            all.stream()
                                    .filter(each -> !each.at().isAfter(last))
                                    .filter(each -> each.at().isAfter(last.minus(Budget.WINDOW)))
                                    .mapToInt(Requests::count)
                                    .sum());
        }
        return most;
    }

    private static List<Requests> requests(String text) {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(":"))
                .map(each ->
                        new Requests(
                                NOW.plusSeconds(Long.parseLong(each[0])),
                                Integer.parseInt(each[1])))
                .toList();
    }
}
