package weservstatus.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.check.Pace;
import weservstatus.check.Page;
import weservstatus.check.PlainCheck;
import weservstatus.check.Schedule;
import weservstatus.check.Target;
import weservstatus.check.TargetId;

/**
 * What of each catalogue decides how answers are counted, so that an hour can be counted again by
 * the one that was in force in it. Equal definitions have one name.
 */
public final class DefinitionsStore {
    private static final String PREFIX = "history/definitions/";
    private static final String SUFFIX = ".json";
    private static final String TYPE = "application/json";
    private static final TargetId THEN = new TargetId("then");
    private static final GroupId ALL = new GroupId("all");
    private static final URI NOWHERE = URI.create("http://localhost");

    private final Blobs blobs;
    private final Map<String, Catalogue> found = new ConcurrentHashMap<>();

    public DefinitionsStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /** The name under which the catalogue's definitions are kept: a digest. */
    public static String name(Catalogue catalogue) {
        return Sha256Hex.of(bytes(catalogue));
    }

    public void keep(Catalogue catalogue) {
        blobs.put(PREFIX + name(catalogue) + SUFFIX, new Blobs.Blob(bytes(catalogue), TYPE));
    }

    /**
     * A catalogue that counts as the one of that name did; nothing if none was kept. It can only
     * count: names, expectations and where the targets are reached are not in it.
     */
    public Optional<Catalogue> find(String name) {
        Optional<Catalogue> known = Optional.ofNullable(found.get(name));
        return known.or(() -> load(name));
    }

    private Optional<Catalogue> load(String name) {
        Optional<Catalogue> loaded = read(name);
        loaded.ifPresent(catalogue -> found.put(name, catalogue));
        return loaded;
    }

    private Optional<Catalogue> read(String name) {
        return blobs.get(PREFIX + name + SUFFIX)
                .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                .map(text -> read(Fields.JSON.readTree(text)));
    }

    private static byte[] bytes(Catalogue catalogue) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("roundMillis", catalogue.pace().round().toMillis());
        json.put("confirmAfterMillis", catalogue.pace().confirmAfter().toMillis());
        ArrayNode locations = json.putArray("locations");
        catalogue.locations().forEach(location -> locations.add(location.id().value()));
        ArrayNode components = json.putArray("components");
        catalogue.components().forEach(component -> components.add(component.id().value()));
        ArrayNode checks = json.putArray("checks");
        catalogue.active().forEach(check -> write(check, checks.addObject()));
        return Fields.JSON.writeValueAsBytes(json);
    }

    private static void write(Check check, ObjectNode json) {
        json.put("id", check.id().value());
        json.put("component", check.component().value());
        json.put("vital", check.vital());
        json.put("cachePath", check.cachePath().name().toLowerCase(Locale.ROOT));
        json.put("everyMillis", check.schedule().every().toMillis());
        json.put("turn", check.schedule().turn());
        json.put("timeoutMillis", check.timeout().toMillis());
        json.put("path", path(check));
    }

    /** Tells the format. */
    private static String path(Check check) {
        return switch (check) {
            case HttpCheck http -> http.path();
            case JourneyCheck _, PlainCheck _ -> "/";
        };
    }

    private static Catalogue read(JsonNode json) {
        return new Catalogue(
                new Page("", NOWHERE, "UTC", Optional.empty()),
                new Pace(
                        millis(json, "roundMillis"),
                        millis(json, "confirmAfterMillis"),
                        Pace.STANDARD.staleAfter(),
                        Pace.STANDARD.recoverAfter()),
                json.path("locations").valueStream().map(DefinitionsStore::location).toList(),
                List.of(new Target(THEN, NOWHERE, Optional.of(NOWHERE))),
                Optional.empty(),
                List.of(new Group(ALL, "")),
                json.path("components").valueStream().map(DefinitionsStore::component).toList(),
                json.path("checks").valueStream().map(DefinitionsStore::check).toList());
    }

    private static Duration millis(JsonNode json, String field) {
        return Duration.ofMillis(json.path(field).asLong());
    }

    private static Location location(JsonNode id) {
        return new Location(new LocationId(id.asString()), "");
    }

    private static Component component(JsonNode id) {
        return new Component(new ComponentId(id.asString()), "", "", ALL);
    }

    private static Check check(JsonNode json) {
        return new HttpCheck(
                new CheckId(json.path("id").asString()),
                "",
                "",
                new ComponentId(json.path("component").asString()),
                THEN,
                HttpMethod.GET,
                json.path("path").asString(),
                Map.of(),
                AddressFamily.ANY,
                HttpVersion.HTTP_1_1,
                0,
                new Schedule(millis(json, "everyMillis"), json.path("turn").asInt()),
                millis(json, "timeoutMillis"),
                Optional.empty(),
                json.path("vital").asBoolean(),
                CachePath.valueOf(json.path("cachePath").asString().toUpperCase(Locale.ROOT)),
                List.of(),
                false);
    }
}
