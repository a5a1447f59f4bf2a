package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heights of a day's column, from the page's own module in a real browser. */
class DayColumnIT {
    private static final String COLUMN =
            """
            const [operational, degraded, partial, down, maintenance, unobserved] =
              arguments[0].split(' ').map(hours => Number(hours) * 3600000);
            const today = arguments[1];
            const done = arguments[2];
            import('./js/day.mjs').then(({ column }) => {
              const { parts, full } = column(
                { operational, degraded, partial, down, maintenance, unobserved }, today);
              done(parts.map(part => part.tone + ' ' + part.height.toFixed(1)).join(', ')
                + (full ? '' : ' in a frame'));
            });
            """;
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
        stage.show(Scene::calm);
        stage.open("Everything works");
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            textBlock =
                    """
                    # good degraded partial down maintenance unobserved, in hours
                    24 0 0 0 0 0,            past,  operational 34.0
                    0 0 0 0 0 0,             past,  ' in a frame'
                    0 0 0 0 0 24,            past,  ' in a frame'
                    12 0 0 0 0 12,           past,  operational 17.0 in a frame
                    12 0 0 0 0 0,            past,  operational 17.0 in a frame
                    12 0 0 0 0 0,            today, operational 34.0
                    23.9833 0 0 0.0167 0 0,  past,  'down 7.0, operational 27.0'
                    18 0 6 0 0 0,            past,  'partial 17.0, operational 17.0'
                    0 0 0 24 0 0,            past,  down 34.0
                    23.7 0.1 0.1 0.05 0.05 0, past, 'down 7.0, partial 7.0, degraded 7.0, maintenance 7.0, operational 6.0'
                    0 12 0 12 0 0,           past,  'down 17.0, degraded 17.0'
                    0 23.98 0 0.02 0 0,      past,  'down 7.0, degraded 27.0'
                    """)
    void growsFromTheFootByTheSquareRootOfItsShare(String hours, String day, String expected) {
        Object column =
                stage.browser().driver().executeAsyncScript(COLUMN, hours, day.equals("today"));

        assertThat(column).isEqualTo(expected);
    }
}
