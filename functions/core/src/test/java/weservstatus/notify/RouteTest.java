package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.Impact;

class RouteTest {
    private static final Map<ComponentId, GroupId> GROUPS =
            Map.of(new ComponentId("processing"), new GroupId("images"));

    /** Against an incident of impact major on the component processing of the group images. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # components, groups, least,    events,          message,  goes
                    -,            -,      none,     -,               opened,   true
                    processing,   -,      none,     -,               opened,   true
                    page,         -,      none,     -,               opened,   false
                    page,         images, none,     -,               opened,   true
                    -,            images, major,    -,               opened,   true
                    -,            images, critical, -,               opened,   false
                    -,            home,   none,     -,               opened,   false
                    -,            -,      none,     opened,          opened,   true
                    -,            -,      none,     opened,          update,   false
                    -,            -,      none,     opened,          resolved, true
                    -,            -,      none,     resolved,        opened,   false
                    -,            -,      none,     resolved update, update,   true
                    page,         -,      critical, resolved,        test,     true
                    """)
    void aMessageGoesWhereItWasAskedFor(
            String components,
            String groups,
            String least,
            String events,
            String event,
            boolean goes) {
        Route route =
                new Route(
                        words(components).map(ComponentId::new).collect(Collectors.toSet()),
                        words(groups).map(GroupId::new).collect(Collectors.toSet()),
                        Impact.find(least).orElseThrow(),
                        words(events)
                                .map(word -> Event.find(word).orElseThrow())
                                .collect(Collectors.toSet()));
        Notice notice = SampleNotices.incident("a", Event.find(event).orElseThrow(), 0);

        assertThat(route.takes(notice, GROUPS)).isEqualTo(goes);
    }

    @Test
    void plannedWorkHasNoImpactAndIsNotHeldBackForIt() {
        Route route = new Route(Set.of(), Set.of(), Impact.CRITICAL, Set.of());

        assertThat(route.takes(SampleNotices.work(Event.PLANNED, 0), GROUPS)).isTrue();
    }

    private static Stream<String> words(String cell) {
        return cell == null ? Stream.empty() : Stream.of(cell.split(" ", -1));
    }
}
