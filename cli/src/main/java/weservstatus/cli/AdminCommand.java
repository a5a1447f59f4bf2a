package weservstatus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.text.CleanText;
import weservstatus.text.TextTable;

/** A command that asks a monitor for something. */
abstract class AdminCommand implements Callable<Integer> {
    private static final int DATE_AND_TIME = 16;

    @Mixin private AdminOptions options = new AdminOptions();

    private final Surroundings surroundings;

    AdminCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Asks, and prints what came of it. */
    abstract void run(AdminSession session);

    @Override
    public final Integer call() {
        run(options.open(surroundings));
        surroundings.out().flush();
        return ExitCode.GOOD;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** A column of a table: its heading, and what it shows of an item. */
    record Column(String heading, Function<JsonNode, String> cell) {
        static Column of(String heading, String field) {
            return new Column(heading, item -> item.path(field).asString(""));
        }

        /** A time, shown to the minute. */
        static Column time(String heading, String field) {
            return new Column(heading, item -> minute(item.path(field).asString("")));
        }
    }

    /** As JSON for programs; as a table, one line for each item, for people. */
    void print(JsonNode whole, Iterable<JsonNode> items, List<Column> columns) {
        if (options.isJson()) {
            surroundings.out().println(whole);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::heading).toList());
        for (JsonNode item : items) {
            rows.add(columns.stream().map(column -> clean(column.cell().apply(item))).toList());
        }
        new TextTable(rows).lines().forEach(surroundings.out()::println);
    }

    /** One thing: the table's line and then what was said of it. */
    void printOne(JsonNode whole, List<Column> columns, List<String> more) {
        print(whole, List.of(whole), columns);
        if (!options.isJson()) {
            more.forEach(surroundings.out()::println);
        }
    }

    static String clean(String text) {
        return CleanText.line(text);
    }

    static String minute(String time) {
        return time.length() < DATE_AND_TIME
                ? time
                : time.substring(0, DATE_AND_TIME).replace('T', ' ');
    }

    static ObjectNode object() {
        return AdminSession.JSON.createObjectNode();
    }

    static void put(ObjectNode json, String name, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            ObjectNode object = json.putObject(name);
            pairs.forEach(object::put);
        }
    }
}
