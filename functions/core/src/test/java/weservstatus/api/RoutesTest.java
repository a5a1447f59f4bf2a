package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void noTwoRoutesFitTheSamePath() {
        for (Route route : Routes.ALL) {
            String path = route.path().text().replace("{id}", "formats");

            assertThat(Routes.ALL)
                    .filteredOn(other -> other.path().match(path).isPresent())
                    .containsExactly(route);
        }
    }

    @Test
    void everyRouteIsDocumented() throws IOException {
        String documentation =
                Files.readString(Path.of(System.getProperty("repository.root"), "docs/api.md"));

        List<String> paths = Routes.ALL.stream().map(route -> route.path().text()).toList();

        assertThat(documentation).contains(paths);
    }

    @Test
    void aVariableStandsForOneSegment() {
        PathTemplate template = new PathTemplate("/a/{id}/b");

        assertThat(template.match("/a/x/b")).contains(Map.of("id", "x"));
        assertThat(template.match("/a/{id}/b")).contains(Map.of("id", "{id}"));
        assertThat(template.match("/a//b")).isEmpty();
        assertThat(template.match("/a/x/y/b")).isEmpty();
        assertThat(template.match("/a/x/b/")).isEmpty();
        assertThat(template.match("/a/x")).isEmpty();
        PathTemplate beginning = new PathTemplate("/a/{id}.ics");
        assertThat(beginning.match("/a/x.y.ics")).contains(Map.of("id", "x.y"));
        assertThat(beginning.match("/a/.ics")).isEmpty();
        assertThat(beginning.match("/a/x.icsy")).isEmpty();
    }
}
