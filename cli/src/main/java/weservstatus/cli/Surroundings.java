package weservstatus.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a command takes from the world around it.
 *
 * @param home folder of the installation, where the default status.yaml lies
 * @param out for results only
 * @param err for notes, progress and faults
 * @param environment variables by name
 */
record Surroundings(
        Path home,
        PrintStream out,
        PrintStream err,
        InstantSource clock,
        Map<String, String> environment) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** A variable that is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** All of standard input. */
    String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A time: RFC 3339, or from now as in {@code -20m} or {@code +2h}. */
    String moment(String option, String text) {
        return Moment.of(text, clock.instant())
                .orElseThrow(() ->
                        new BadInput(
                                "%s: %s is no time; give one as in 2026-01-31T12:00:00Z, -20m or +2h"
                                        .formatted(option, text)))
                .toString();
    }
}
