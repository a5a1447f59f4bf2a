package weservstatus.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import weservstatus.api.PathTemplate;
import weservstatus.api.Routes;
import weservstatus.api.WholeNumber;

/** Whether template and path table name the same paths, for the API and for the CDN. */
final class RouteRules {
    private static final String STATUS = "StatusApiFunction";
    private static final String INTAKE = "IntakeFunction";
    private static final String ADMIN = "AdminFunction";

    private final Template template;
    private final List<String> faults = new ArrayList<>();

    private RouteRules(Template template) {
        this.template = template;
    }

    /** One sentence for each path that is on one side only. */
    static List<String> faults(Template template) {
        RouteRules rules = new RouteRules(template);
        rules.api();
        rules.cdn();
        return rules.faults;
    }

    /** A path of ours, with example segments for its variables, and the function behind it. */
    private record Served(String path, String function) {}

    /** A route of the template. */
    private record Resource(String name, String path, String function) {
        /** As API Gateway matches: a segment for each variable, any number for a greedy one. */
        boolean takes(String wanted) {
            String pattern =
                    Stream.of(path.split("/", -1))
                            .map(part ->
                                    part.endsWith("+}")
                                            ? ".+"
                                            : part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                            .collect(Collectors.joining("/"));
            return wanted.matches(pattern);
        }

        /** Of several that match, API Gateway takes the one with most that is literal. */
        int weight() {
            return path.replaceAll("\\{[^}]*}", "").length() - (path.contains("+}") ? 1 : 0);
        }
    }

    private static List<Served> served() {
        List<Served> served = new ArrayList<>();
        served.add(new Served("/api/push/some-token", INTAKE));
        served.add(new Served("/api/v1/alerts/some-token", INTAKE));
        Routes.ALL.forEach(route -> served.add(new Served(example(route.path()), STATUS)));
        Routes.VISITOR.forEach(line -> served.add(new Served(example(line.path()), INTAKE)));
        Routes.ADMIN.forEach(line -> served.add(new Served(example(line.path()), ADMIN)));
        return served;
    }

    private static String example(PathTemplate path) {
        return path.text().replaceAll("\\{[^}]*}", "some-thing");
    }

    private void api() {
        List<Resource> resources =
                template.ofType("AWS::ApiGatewayV2::Route").map(this::resource).toList();
        for (Served path : served()) {
            String taker =
                    resources.stream()
                            .filter(resource -> resource.takes(path.path()))
                            .max((a, b) -> Integer.compare(a.weight(), b.weight()))
                            .map(Resource::function)
                            .orElse("nothing");
            require(
                    taker.equals(path.function()),
                    "%s is served by %s, not by %s".formatted(path.path(), taker, path.function()));
        }
        for (Resource resource : resources) {
            require(
                    served().stream()
                            .anyMatch(path ->
                                    resource.takes(path.path())
                                            && path.function().equals(resource.function())),
                    resource.name() + " serves no path of ours");
        }
        require(
                template.properties("HttpApi").path("Body").isMissingNode(),
                "the API's routes lie in a Body that no test can read");
    }

    private Resource resource(Template.Named route) {
        String[] key = route.properties().path("RouteKey").asString("").split(" ", 2);
        require(
                key.length == 2 && Set.of("ANY", "GET", "POST").contains(key[0]),
                route.name() + " has no method and path");
        require(
                !key[1].contains("/admin")
                        || route.properties()
                                .path("AuthorizationType")
                                .asString("")
                                .equals("AWS_IAM"),
                route.name() + " lets everybody administer");
        String target = route.properties().path("Target").toString();
        String integration =
                template.ofType("AWS::ApiGatewayV2::Integration")
                        .filter(found -> target.contains("${" + found.name() + "}"))
                        .map(found -> found.properties().path("IntegrationUri").toString())
                        .findFirst()
                        .orElse("");
        String function =
                template.ofType("AWS::Lambda::Function")
                        .map(Template.Named::name)
                        .filter(name -> integration.contains("\"" + name + "Alias"))
                        .findFirst()
                        .orElse("nothing");
        return new Resource(route.name(), key[key.length - 1], function);
    }

    private void cdn() {
        JsonNode cdn = template.properties("Cdn").path("DistributionConfig");
        for (Served path : served()) {
            if (path.function().equals(ADMIN)) {
                continue;
            }
            String origin =
                    cdn.path("CacheBehaviors")
                            .valueStream()
                            .filter(behaviour -> fits(behaviour, path.path()))
                            .map(behaviour -> behaviour.path("TargetOriginId").asString(""))
                            .findFirst()
                            .orElse("page");
            String wanted = path.function().equals(STATUS) ? "api-or-published" : "api";
            require(
                    origin.equals(wanted),
                    "the CDN asks %s for %s, not %s".formatted(origin, path.path(), wanted));
        }
        Set<String> forwarded =
                template.properties("ApiCachePolicy")
                        .at(
                                "/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin"
                                        + "/QueryStringsConfig/QueryStrings")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        Routes.ALL.stream()
                .flatMap(route -> route.parameter().stream())
                .map(WholeNumber::name)
                .forEach(name ->
                        require(forwarded.contains(name), "the CDN drops the parameter " + name));
    }

    private static boolean fits(JsonNode behaviour, String path) {
        String pattern = behaviour.path("PathPattern").asString("");
        return path.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
