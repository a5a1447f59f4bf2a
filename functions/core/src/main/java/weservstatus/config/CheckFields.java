package weservstatus.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.Expectation;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;

/** The keys of a check, and those that may also stand in {@code defaults}. */
final class CheckFields {
    static final Field<String> ID =
            Field.required(
                    "id",
                    Scalars.newId(Kind.CHECK),
                    "Identity of the check: keep it, and the check keeps its history.",
                    "id: resize-cover");
    static final Field<String> NAME =
            Field.required("name", Scalars.line(100), "What visitors read.", "name: Resize");
    static final Field<String> WHY =
            Field.optional(
                    "why", Scalars.line(300), "Why the check exists, one sentence.", "nothing");
    static final Field<String> COMPONENT =
            Field.required(
                    "component",
                    Scalars.idOf(Kind.COMPONENT),
                    "The component that shows its result.",
                    "component: resize");
    static final Field<String> TARGET =
            Field.optional("target", Scalars.idOf(Kind.TARGET), "Whom to ask.", "the only target");
    static final Field<HttpMethod> METHOD =
            Field.optional(
                    "method", Scalars.choice(methods()), "HTTP method, without a body.", "GET");
    static final Field<String> PATH =
            Field.optional(
                    "path",
                    Requests.path(),
                    "Path and query of an HTTP request. {origin} stands for the folder of the test"
                            + " card, {nonce} for a value that no request had before.",
                    "no HTTP request, but another kind of check");
    static final Field<Map<String, String>> HEADERS =
            Field.optional("headers", Requests.headers(), "Headers to send.", "none of its own");
    static final Field<AddressFamily> FAMILY =
            Field.optional("family", Scalars.choice(families()), "Addresses to connect to.", "any");
    static final Field<HttpVersion> VERSION =
            Field.optional(
                    "version",
                    Scalars.choice(versions()),
                    "HTTP version to speak, never another; http/2 needs https.",
                    "http/1.1");
    static final Field<Integer> REDIRECTS =
            Field.optional(
                    "redirects",
                    Scalars.wholeInt(0, 10),
                    "How many redirects to follow; 0 judges the redirect itself.",
                    "0");
    static final Field<Duration> EVERY =
            Field.optional(
                    "every",
                    Durations.between(Duration.ofSeconds(1), Duration.ofDays(1)),
                    "How often it runs: from one round to 1d, rounded up to whole rounds.",
                    "every round");
    static final Field<Integer> TURN =
            Field.optional(
                    "turn",
                    Scalars.wholeInt(0, 86_399),
                    "In which of the rounds that every spans it runs, counted from 0.",
                    "checks of the same interval are spread evenly");
    static final Field<Duration> TIMEOUT =
            Field.optional(
                    "timeout",
                    Durations.between(Duration.ofMillis(100), Duration.ofSeconds(60)),
                    "Deadline of one attempt, from 100ms to 60s and not above a round.",
                    "10s, or a round where that is shorter");
    static final Field<Duration> SLOW =
            Field.optional(
                    "slow",
                    Durations.between(Duration.ofMillis(1), Duration.ofSeconds(60)),
                    "Total time beyond which a good answer counts as slow; below timeout.",
                    "never slow");
    static final Field<Boolean> VITAL =
            Field.optional(
                    "vital",
                    Scalars.flag(),
                    "Whether the page may be called down because of it.",
                    "false");
    static final Field<CachePath> CACHE =
            Field.optional(
                    "cache",
                    Scalars.choice(paths()),
                    "Which half of the service it proves. hit: delivery of something asked for"
                            + " before; miss: fetching and processing, its path has {nonce};"
                            + " none: neither, such as the home page.",
                    "none of the three: say one beside each path");
    static final Field<Boolean> ONLY_WITHOUT_ORIGIN =
            Field.optional(
                    "onlyWithoutOrigin",
                    Scalars.flag(),
                    "Runs only while the target has no origin, in place of the checks that need"
                            + " the test card.",
                    "false");
    static final Field<List<Reader.Located<Expectation>>> EXPECT =
            Field.optional(
                    "expect",
                    new ListOf<>("expectation", 40, Expectations.any().located()),
                    "What the answer must be; all of it must hold.",
                    "nothing: say it beside each path");
    static final Field<List<Section>> STEPS =
            Field.optional(
                    "steps",
                    new ListOf<>("step", 12, StepFields.reader()),
                    "Several requests one after the other, in place of path and expect.",
                    "one request");

    private CheckFields() {}

    static SectionReader reader() {
        return new SectionReader(
                        "a check",
                        ID,
                        NAME,
                        WHY,
                        COMPONENT,
                        TARGET,
                        METHOD,
                        PATH,
                        PlainFields.TCP,
                        PlainFields.DNS,
                        HeartbeatFields.HEARTBEAT,
                        HEADERS,
                        FAMILY,
                        VERSION,
                        REDIRECTS,
                        EVERY,
                        TURN,
                        TIMEOUT,
                        SLOW,
                        VITAL,
                        CACHE,
                        ONLY_WITHOUT_ORIGIN,
                        EXPECT,
                        STEPS)
                .with(KindRules::apply, KindRules.schema())
                .with(RequestRules::apply, RequestRules.schema())
                .with(JourneyRules::apply)
                .with(ExpectationRules.of(PATH));
    }

    static SectionReader defaults() {
        return new SectionReader("defaults", EVERY, TIMEOUT, SLOW, FAMILY, VERSION);
    }

    private static Map<String, HttpMethod> methods() {
        Map<String, HttpMethod> words = new LinkedHashMap<>();
        for (HttpMethod method : HttpMethod.values()) {
            words.put(method.name(), method);
        }
        return words;
    }

    private static Map<String, AddressFamily> families() {
        Map<String, AddressFamily> words = new LinkedHashMap<>();
        words.put("any", AddressFamily.ANY);
        words.put("ipv4", AddressFamily.IPV4);
        words.put("ipv6", AddressFamily.IPV6);
        return words;
    }

    private static Map<String, HttpVersion> versions() {
        Map<String, HttpVersion> words = new LinkedHashMap<>();
        words.put("http/1.1", HttpVersion.HTTP_1_1);
        words.put("http/2", HttpVersion.HTTP_2);
        return words;
    }

    private static Map<String, CachePath> paths() {
        Map<String, CachePath> words = new LinkedHashMap<>();
        words.put("hit", CachePath.HIT);
        words.put("miss", CachePath.MISS);
        words.put("none", CachePath.NONE);
        return words;
    }
}
