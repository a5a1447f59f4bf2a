package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Carries operations out. The one place where a refusal becomes an answer.
 *
 * @param <S> what they are done with
 */
public final class Operations<S> {
    private final List<Operation<S>> table;
    private final S services;

    public Operations(List<Operation<S>> table, S services) {
        this.table = List.copyOf(table);
        this.services = services;
    }

    /** Whether the path is one of the table, whatever the method. */
    public boolean takes(Request request) {
        return table.stream().anyMatch(line -> line.path().match(request.path()).isPresent());
    }

    /** Never fails for anything that a client sends. */
    public Response handle(Request request) {
        for (Operation<S> line : table) {
            Optional<Map<String, String>> variables = line.path().match(request.path());
            if (variables.isPresent() && line.method().equals(request.method())) {
                return handle(line, new Asked(variables.get(), request));
            }
        }
        return elsewhere(request);
    }

    private Response handle(Operation<S> line, Asked asked) {
        if (line.trust() == Trust.ADMIN && asked.request().caller().isEmpty()) {
            return Problem.of(401, "unproven", "Say who you are").response();
        }
        try {
            return line.handler().handle(services, asked);
        } catch (Unacceptable refused) {
            return refused.problem().response();
        }
    }

    private Response elsewhere(Request request) {
        String methods =
                table.stream()
                        .filter(line -> line.path().match(request.path()).isPresent())
                        .map(Operation::method)
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (methods.isEmpty()) {
            return Problem.of(404, "not-found", "There is nothing at " + Echo.of(request.path()))
                    .response();
        }
        String title = "Only %s here, not %s".formatted(methods, Echo.of(request.method()));
        return Problem.of(405, "method-not-allowed", title).response(Map.of("Allow", methods));
    }
}
