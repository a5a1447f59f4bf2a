package weservstatus.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which classes a function loaded until its first answer, by where they come from: the profile that
 * says what its start costs. Classes of the JDK's own archive are nearly free, all others are read,
 * verified and linked.
 */
record LoadedClasses(List<String> sources) {
    static final String HEAD =
            "| function | all | of the JDK's archive | of the JDK otherwise | AWS SDK | JSON, YAML | HTTP, DNS, mail, pictures | ours | other |\n"
                    + "|---|---|---|---|---|---|---|---|---|";

    private static final String SOURCE = " source: ";

    LoadedClasses {
        sources = List.copyOf(sources);
    }

    /** The option that has the JVM write them. */
    static String option(Path log) {
        return "-Xlog:class+load:file=" + log.toAbsolutePath();
    }

    static LoadedClasses read(Path log) throws IOException {
        return new LoadedClasses(
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains(SOURCE))
                        .map(line -> line.substring(line.indexOf(SOURCE) + SOURCE.length()))
                        .toList());
    }

    String line(String function) {
        List<Long> counts =
                List.of(
                        count("shared objects file.*"),
                        count("jrt:.*"),
                        count(
                                ".*/lib/(dynamodb|s3|sns|cloudwatch|sdk-core|aws-|auth|regions|http-|utils|retries|profiles|identity|endpoints|protocol|json-utils|smithy|third-party|checksums|metrics|url-connection|crt|arns|eventstream|annotations-2).*"),
                        count(".*/lib/(jackson|snakeyaml).*"),
                        count(
                                ".*/lib/(okhttp|okio|kotlin|dnsjava|angus|jakarta|imageio|common-).*"),
                        count(".*/lib/weserv-status.*"));
        long other = sources.size() - counts.stream().mapToLong(Long::longValue).sum();
        return counts.stream()
                .map(String::valueOf)
                .collect(
                        Collectors.joining(
                                " | ",
                                "| " + function + " | " + sources.size() + " | ",
                                " | " + other + " |"));
    }

    private long count(String source) {
        return sources.stream().filter(from -> from.matches(source)).count();
    }
}
