package weservstatus.local;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import weservstatus.api.Request;
import weservstatus.api.Response;

/** The ways in for those who do more than read. Closed until the monitor is put together. */
final class Doors {
    private volatile List<Door> open = List.of();

    /**
     * One of them.
     *
     * @param takes whether a request is for it
     */
    record Door(Predicate<Request> takes, Function<Request, Response> answers) {}

    void open(List<Door> doors) {
        open = List.copyOf(doors);
    }

    /** The answer of the first door that takes the request. */
    Optional<Response> answer(Request request) {
        return open.stream()
                .filter(door -> door.takes().test(request))
                .findFirst()
                .map(door -> door.answers().apply(request));
    }
}
