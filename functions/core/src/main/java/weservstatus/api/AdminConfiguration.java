package weservstatus.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Component;
import weservstatus.check.Target;
import weservstatus.usecase.Administration;

/** {@code /api/v1/admin/configuration}: what is watched, as it was read. */
final class AdminConfiguration {
    private static final JsonMapper JSON = JsonMapper.shared();

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of(
                            "GET",
                            "/api/v1/admin/configuration",
                            Trust.ADMIN,
                            AdminConfiguration::show));

    private AdminConfiguration() {}

    private static Response show(Administration admin, Asked asked) {
        Catalogue catalogue = admin.catalogue();
        ObjectNode json = JSON.createObjectNode();
        ObjectNode page = json.putObject("page");
        page.put("name", catalogue.page().name());
        page.put("url", catalogue.page().url().toString());
        page.put("timeZone", catalogue.page().timeZone());
        ArrayNode locations = json.putArray("locations");
        catalogue
                .locations()
                .forEach(place ->
                        locations
                                .addObject()
                                .put("id", place.id().value())
                                .put("name", place.name()));
        ArrayNode targets = json.putArray("targets");
        catalogue.targets().forEach(target -> write(target, targets.addObject()));
        ArrayNode components = json.putArray("components");
        catalogue.components().forEach(component -> write(component, components.addObject()));
        ArrayNode checks = json.putArray("checks");
        catalogue.checks().forEach(check -> write(catalogue, check, checks.addObject()));
        return Replies.json(200, json, Map.of());
    }

    private static void write(Target target, ObjectNode json) {
        json.put("id", target.id().value());
        json.put("url", target.url().toString());
        target.origin().map(URI::toString).ifPresent(origin -> json.put("origin", origin));
    }

    private static void write(Component component, ObjectNode json) {
        json.put("id", component.id().value());
        json.put("name", component.name());
        json.put("group", component.group().value());
    }

    private static void write(Catalogue catalogue, Check check, ObjectNode json) {
        json.put("id", check.id().value());
        json.put("name", check.name());
        json.put("component", check.component().value());
        json.put("target", check.target().value());
        json.put("vital", check.vital());
        json.put("timeoutMillis", check.timeout().toMillis());
        json.put("active", catalogue.active().contains(check));
        catalogue
                .lack(check)
                .ifPresent(lack -> json.put("lacks", lack.name().toLowerCase(Locale.ROOT)));
    }
}
