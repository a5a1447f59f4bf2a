package weservstatus.lambda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.store.Table;

/**
 * The rounds that a batch of the stream tells of, each read for itself: one that cannot be read
 * holds back no other.
 *
 * @param rounds those that were found, each once
 * @param complete whether all were
 * @param failed number of the first record whose round cannot be read
 */
record Arrivals(List<Round> rounds, boolean complete, Optional<String> failed) {
    Arrivals {
        rounds = List.copyOf(rounds);
    }

    /**
     * Reads them.
     *
     * @param troubles hears of each that cannot be read
     */
    static Arrivals read(ReviewEvent event, RoundStore store, Consumer<String> troubles) {
        Map<Table.Key, Read> read = new HashMap<>();
        List<Round> rounds = new ArrayList<>();
        Optional<String> failed = Optional.empty();
        boolean complete = true;
        for (ReviewEvent.Change change : event.rounds()) {
            boolean known = read.containsKey(change.key());
            switch (read.computeIfAbsent(change.key(), key -> read(store, key))) {
                case Read.Found(var round) when !known -> rounds.add(round);
                case Read.Found _ -> {}
                case Read.Gone _ -> complete = false;
                case Read.Unreadable(var why) -> {
                    complete = false;
                    failed = failed.or(() -> Optional.of(change.number()));
                    troubles.accept("cannot read %s: %s".formatted(change.key(), why));
                }
            }
        }
        return new Arrivals(rounds, complete, failed);
    }

    private sealed interface Read {
        record Found(Round round) implements Read {}

        record Gone() implements Read {}

        record Unreadable(String why) implements Read {}
    }

    private static Read read(RoundStore store, Table.Key key) {
        try {
            return store.find(key).<Read>map(Read.Found::new).orElseGet(Read.Gone::new);
        } catch (RuntimeException e) {
            return new Read.Unreadable(e.toString());
        }
    }
}
