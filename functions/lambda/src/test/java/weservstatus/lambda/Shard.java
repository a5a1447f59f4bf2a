package weservstatus.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.store.Table;
import weservstatus.store.TestClock;

/**
 * One shard of the table's stream and Lambda's mapping of it to a function, after Lambda's rules:
 * batches in order, one at a time; a batch that fails is sent again before anything behind it, from
 * the lowest number that was reported or else in halves, and is given up after some tries or some
 * time.
 */
final class Shard {
    /** More than any delivery needs that ends at all. */
    private static final int MOST = 2_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What the template says of the mapping. */
    record Mapping(int batch, int retries, Duration oldest, boolean bisects, boolean reports) {
        static final Mapping OURS = new Mapping(100, 3, Duration.ofMinutes(10), true, true);
    }

    /**
     * What Lambda's documentation leaves open.
     *
     * @param halvesFirst a batch that fails from its first record on is halved, not sent whole
     * @param forgets tries are counted anew once some of a batch is done
     */
    record Reading(boolean halvesFirst, boolean forgets) {
        static final List<Reading> ALL =
                List.of(
                        new Reading(true, true),
                        new Reading(true, false),
                        new Reading(false, true),
                        new Reading(false, false));
    }

    private record Change(String number, Table.Key key, Instant at) {}

    private record Batch(List<Change> changes, int tries) {}

    private final Mapping mapping;
    private final Reading reading;
    private final TestClock clock;
    private final UnaryOperator<String> function;
    private final List<Change> behind = new ArrayList<>();
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final List<Table.Key> givenUp = new ArrayList<>();
    private int sent;
    private int written;

    /**
     * An empty shard.
     *
     * @param function takes an event and answers; an exception is the function's error
     */
    Shard(Mapping mapping, Reading reading, TestClock clock, UnaryOperator<String> function) {
        this.mapping = mapping;
        this.reading = reading;
        this.clock = clock;
        this.function = function;
    }

    void write(Table.Key key) {
        written++;
        behind.add(new Change("1%020d".formatted(written), key, clock.instant()));
    }

    /** What lies in the queue of failures. */
    List<Table.Key> givenUp() {
        return List.copyOf(givenUp);
    }

    /** How often the function was called. */
    int sent() {
        return sent;
    }

    /** Delivers all that there is. */
    void deliver() {
        while (!batches.isEmpty() || !behind.isEmpty()) {
            if (batches.isEmpty()) {
                List<Change> next = behind.subList(0, Math.min(mapping.batch(), behind.size()));
                batches.add(new Batch(List.copyOf(next), 0));
                next.clear();
            }
            deliver(young(batches.pop()));
        }
    }

    /** The batch without what is too old, which is given up. */
    private Batch young(Batch batch) {
        List<Change> young =
                batch.changes().stream()
                        .filter(change ->
                                !clock.instant().isAfter(change.at().plus(mapping.oldest())))
                        .toList();
        batch.changes().stream()
                .filter(change -> !young.contains(change))
                .forEach(change -> givenUp.add(change.key()));
        return new Batch(young, batch.tries());
    }

    private void deliver(Batch batch) {
        if (batch.changes().isEmpty()) {
            return;
        }
        if (++sent > MOST) {
            throw new AssertionError("the shard is stuck at " + batch.changes().getFirst());
        }
        Optional<Integer> failed = failedFrom(batch.changes());
        if (failed.isPresent()) {
            clock.advance(PAUSE);
            again(batch, failed.get());
        }
    }

    /** Where to go on; minus one after an error, which is one for all. */
    private Optional<Integer> failedFrom(List<Change> changes) {
        String answer;
        try {
            answer = function.apply(event(changes));
        } catch (RuntimeException ignored) {
            return Optional.of(-1);
        }
        JsonNode failures = JsonMapper.shared().readTree(answer).path("batchItemFailures");
        if (!mapping.reports() || failures.isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = changes.stream().map(Change::number).toList();
        return failures.valueStream()
                .map(failure -> numbers.indexOf(failure.path("itemIdentifier").asString("")))
                .min(Integer::compare);
    }

    private void again(Batch batch, int from) {
        List<Change> rest = batch.changes().subList(Math.max(0, from), batch.changes().size());
        boolean halves = mapping.bisects() && rest.size() > 1 && from <= 0;
        if (from > 0) {
            retry(new Batch(rest, reading.forgets() ? 0 : batch.tries() + 1));
        } else if (halves && (from < 0 || reading.halvesFirst())) {
            int middle = rest.size() / 2;
            batches.push(new Batch(rest.subList(middle, rest.size()), batch.tries()));
            batches.push(new Batch(rest.subList(0, middle), batch.tries()));
        } else {
            retry(new Batch(rest, batch.tries() + 1));
        }
    }

    private void retry(Batch batch) {
        if (batch.tries() > mapping.retries()) {
            batch.changes().forEach(change -> givenUp.add(change.key()));
        } else {
            batches.push(batch);
        }
    }

    private static String event(List<Change> changes) {
        ObjectNode event = JsonMapper.shared().createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Change change : changes) {
            ObjectNode record = records.addObject();
            record.put("eventName", "INSERT").put("eventSource", "aws:dynamodb");
            ObjectNode stream = record.putObject("dynamodb");
            stream.put("SequenceNumber", change.number());
            ObjectNode keys = stream.putObject("Keys");
            keys.putObject(DynamoItem.PARTITION).put("S", change.key().partition());
            keys.putObject(DynamoItem.SORT).put("S", change.key().sort());
        }
        return event.toString();
    }
}
