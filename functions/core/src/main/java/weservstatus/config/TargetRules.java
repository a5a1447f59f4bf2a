package weservstatus.config;

import java.util.List;
import java.util.Optional;
import weservstatus.check.HttpVersion;
import weservstatus.check.Target;

/** Each check asks one target, and in a way that this target can be asked. */
final class TargetRules {
    private TargetRules() {}

    static void apply(Section root, Reading reading) {
        List<Target> targets = root.orElse(StatusFields.TARGETS, List.of());
        for (Section check : root.orElse(StatusFields.CHECKS, List.of())) {
            if (targets.size() > 1 && !check.has(CheckFields.TARGET)) {
                reading.refuse(
                        check.spot(),
                        "\"target\" is missing, and there are several",
                        "name one of " + names(targets));
            }
            targetOf(check, targets)
                    .ifPresent(target -> requireTlsForHttp2(check, root, target, reading));
        }
    }

    /** The target that the check names, or the only one. */
    static Optional<Target> targetOf(Section check, List<Target> targets) {
        Optional<String> named = check.find(CheckFields.TARGET);
        if (named.isEmpty() && targets.size() != 1) {
            return Optional.empty();
        }
        return targets.stream()
                .filter(target -> named.isEmpty() || target.id().value().equals(named.get()))
                .findFirst();
    }

    private static void requireTlsForHttp2(
            Section check, Section root, Target target, Reading reading) {
        HttpVersion version =
                check.find(CheckFields.VERSION)
                        .or(() ->
                                root.find(StatusFields.DEFAULTS)
                                        .flatMap(d -> d.find(CheckFields.VERSION)))
                        .orElse(HttpVersion.HTTP_1_1);
        boolean speaksHttp = check.has(CheckFields.PATH);
        if (speaksHttp && version == HttpVersion.HTTP_2 && !target.hasTls()) {
            reading.refuse(
                    check.spotOf(CheckFields.VERSION),
                    "HTTP/2 needs TLS, but target " + target.id() + " is plain http",
                    "say version: http/1.1, or give the target an https URL");
        }
    }

    private static String names(List<Target> targets) {
        return String.join(", ", targets.stream().map(target -> target.id().value()).toList());
    }
}
