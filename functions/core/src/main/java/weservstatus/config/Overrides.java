package weservstatus.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpVersion;
import weservstatus.check.JourneyCheck;
import weservstatus.check.PlainCheck;
import weservstatus.check.Target;

/**
 * What a command line says in place of the configuration; target and origin replace those of the
 * first target.
 *
 * @param target URL of the server
 * @param origin URL of the public folder that holds the test card
 * @param control URL of the control, or {@code none}
 */
public record Overrides(
        Optional<String> target, Optional<String> origin, Optional<String> control) {
    private static final String NONE = "none";
    private static final Refusal NO_CONTROL =
            new Refusal(
                    "is not an http or https URL",
                    "write it like https://other.example.org/, or none");

    /** Either the changed catalogue or everything that is wrong with the options. */
    public sealed interface Outcome {
        record Applied(Catalogue catalogue) implements Outcome {}

        /**
         * Nothing was applied.
         *
         * @param faults one line each: option, reason and remedy
         */
        record Refused(List<String> faults) implements Outcome {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Applies them. A target that is given here and lies at a private place has no control unless
     * one is given here too: the outer world says nothing about the way to it.
     *
     * @param isPrivate whether a host is loopback or in a private network
     */
    public Outcome apply(Catalogue catalogue, Predicate<String> isPrivate) {
        List<String> faults = new ArrayList<>();
        Optional<URI> server = parse("--target", target, Urls::server, Urls.NO_SERVER, faults);
        Optional<URI> folder = parse("--origin", origin, Urls::folder, Urls.NO_FOLDER, faults);
        Optional<URI> provider =
                parse("--control", givenControl(), Urls::parse, NO_CONTROL, faults);
        server.ifPresent(url -> refuseHttp2(catalogue, url, faults));
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        boolean without =
                control.isPresent() || server.map(URI::getHost).filter(isPrivate).isPresent();
        Catalogue moved = catalogue.withTargets(targets(catalogue.targets(), server, folder));
        return new Outcome.Applied(without ? moved.withControl(provider) : moved);
    }

    private Optional<String> givenControl() {
        return control.filter(text -> !text.equals(NONE));
    }

    private static List<Target> targets(
            List<Target> targets, Optional<URI> server, Optional<URI> folder) {
        List<Target> changed = new ArrayList<>(targets);
        Target first = changed.getFirst();
        changed.set(
                0,
                new Target(
                        first.id(),
                        server.orElse(first.url()),
                        folder.or(first::origin),
                        first.budget()));
        return changed;
    }

    private static Optional<URI> parse(
            String option,
            Optional<String> text,
            Function<String, Optional<URI>> parser,
            Refusal refusal,
            List<String> faults) {
        Optional<URI> parsed = text.flatMap(parser);
        if (text.isPresent() && parsed.isEmpty()) {
            faults.add(
                    "%s: \"%s\" %s; %s"
                            .formatted(option, text.get(), refusal.reason(), refusal.remedy()));
        }
        return parsed;
    }

    private static void refuseHttp2(Catalogue catalogue, URI url, List<String> faults) {
        if (url.getScheme().equals("https")) {
            return;
        }
        Target first = catalogue.targets().getFirst();
        catalogue.checks().stream()
                .filter(check -> check.target().equals(first.id()) && speaksHttp2(check))
                .forEach(check ->
                        faults.add(
                                "--target: check "
                                        + check.id()
                                        + " speaks HTTP/2, which needs TLS; give an https"
                                        + " URL, or say version: http/1.1 in the"
                                        + " configuration"));
    }

    private static boolean speaksHttp2(Check check) {
        return switch (check) {
            case HttpCheck http -> http.version() == HttpVersion.HTTP_2;
            case PlainCheck _ -> false;
            case JourneyCheck journey -> journey.version() == HttpVersion.HTTP_2;
        };
    }
}
