package weservstatus.probe;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.check.TargetId;

/** Builds checks for tests: an ordinary GET, but for what the test says. */
final class CheckRecipe {
    private HttpMethod method = HttpMethod.GET;
    private String path = "/";
    private final Map<String, String> headers = new HashMap<>();
    private AddressFamily family = AddressFamily.ANY;
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private int redirects;
    private Duration timeout = Duration.ofSeconds(10);
    private List<Expectation> expectations = List.of();

    static CheckRecipe get(String path) {
        return new CheckRecipe().path(path);
    }

    static Target target(String url) {
        return new Target(new TargetId("target"), URI.create(url), Optional.empty());
    }

    static Target target(String url, String origin) {
        return new Target(new TargetId("target"), URI.create(url), Optional.of(URI.create(origin)));
    }

    CheckRecipe path(String changed) {
        path = changed;
        return this;
    }

    CheckRecipe method(HttpMethod changed) {
        method = changed;
        return this;
    }

    CheckRecipe header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    CheckRecipe family(AddressFamily changed) {
        family = changed;
        return this;
    }

    CheckRecipe version(HttpVersion changed) {
        version = changed;
        return this;
    }

    CheckRecipe redirects(int changed) {
        redirects = changed;
        return this;
    }

    CheckRecipe timeout(Duration changed) {
        timeout = changed;
        return this;
    }

    CheckRecipe expecting(Expectation... changed) {
        expectations = List.of(changed);
        return this;
    }

    HttpCheck build() {
        return new HttpCheck(
                new CheckId("check"),
                "Check",
                "",
                new ComponentId("component"),
                new TargetId("target"),
                method,
                path,
                headers,
                family,
                version,
                redirects,
                new Schedule(Duration.ofMinutes(1), 0),
                timeout,
                Optional.empty(),
                true,
                CachePath.NONE,
                expectations,
                false);
    }
}
