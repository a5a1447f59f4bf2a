package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoutesTest {
    @Test
    void noTwoRoutesFitTheSamePath() {
        for (Route route : Routes.ALL) {
            String path =
                    route.path().text().replace("{id}", "formats").replace("{month}", "2026-11");

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
    void everyLineForAdministratorsIsDocumented() throws IOException {
        String documentation =
                Files.readString(Path.of(System.getProperty("repository.root"), "docs/admin.md"));

        assertThat(documentation)
                .contains(
                        Routes.ADMIN.stream()
                                .map(line -> line.method() + " " + line.path().text())
                                .toList());
        assertThat(Routes.ADMIN).allMatch(line -> line.trust() == Trust.ADMIN);
    }

    @Test
    void theDescriptionForAdministratorsHasEveryLineAndItsHeaders() throws IOException {
        JsonNode paths = description("admin-openapi.json").path("paths");

        assertThat(lines(paths))
                .containsExactlyInAnyOrderElementsOf(
                        Routes.ADMIN.stream()
                                .map(line -> line.method() + " " + line.path().text())
                                .filter(line -> !line.endsWith("/openapi.json"))
                                .toList());
        AdminCalls calls = new AdminCalls();
        for (Operation<?> line : Routes.ADMIN) {
            String bare = line.path().text().substring(AdminCalls.ROOT.length());
            String path = bare.replaceAll("\\{planned}", "2026-11-23T23:00:00Z");
            int status = calls.call(line.method(), path, "{}", Map.of()).status();
            String node = "/" + line.method().toLowerCase(Locale.ROOT) + "/parameters";
            List<String> headers =
                    paths.path(line.path().text()).at(node).values().stream()
                            .filter(each -> each.path("in").asString().equals("header"))
                            .map(each -> each.path("name").asString())
                            .toList();

            assertThat(headers)
                    .as(line.method() + " " + bare)
                    .isEqualTo(
                            switch (status) {
                                case 400 -> List.of("Idempotency-Key");
                                case 428 -> List.of("If-Match");
                                default -> List.of();
                            });
        }
    }

    @Test
    void theDescriptionHasEveryRouteAndItsBounds() throws IOException {
        JsonNode paths = description("openapi.json").path("paths");

        assertThat(lines(paths))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Routes.ALL.stream()
                                                .map(route -> "GET " + route.path().text()),
                                        Routes.beyondReading().stream())
                                .toList());
        for (Route route : Routes.ALL) {
            JsonNode parameters = paths.path(route.path().text()).at("/get/parameters");
            assertThat(
                            parameters.values().stream()
                                    .filter(each -> each.path("in").asString().equals("query"))
                                    .map(RoutesTest::number))
                    .containsExactlyElementsOf(route.parameter().stream().toList());
        }
    }

    /** Methods and paths. */
    private static List<String> lines(JsonNode paths) {
        return paths.properties().stream()
                .flatMap(path ->
                        path.getValue().propertyNames().stream()
                                .map(method ->
                                        method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private static WholeNumber number(JsonNode parameter) {
        return new WholeNumber(
                parameter.path("name").asString(),
                parameter.at("/schema/minimum").asInt(),
                parameter.at("/schema/maximum").asInt(),
                parameter.at("/schema/default").asInt());
    }

    private static JsonNode description(String file) throws IOException {
        try (InputStream stream = Routes.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(stream);
        }
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
        PathTemplate month = new PathTemplate("/m/{month}.csv");
        assertThat(month.match("/m/2026-11.csv")).contains(Map.of("month", "2026-11"));
        assertThat(month.match("/m/2026-13.csv")).isEmpty();
        assertThat(month.match("/m/chain.csv")).isEmpty();
        PathTemplate beginning = new PathTemplate("/a/{id}.ics");
        assertThat(beginning.match("/a/x.y.ics")).contains(Map.of("id", "x.y"));
        assertThat(beginning.match("/a/.ics")).isEmpty();
        assertThat(beginning.match("/a/x.icsy")).isEmpty();
    }
}
