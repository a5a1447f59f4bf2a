package weservstatus.config;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in the file: the node, and the path by which its owner knows it.
 *
 * @param path such as {@code checks[3].timeout}; empty for the whole file
 */
record Spot(Node node, String path) {
    private static final int LONGEST_QUOTE = 60;

    Spot entry(String key, Node value) {
        return new Spot(value, path.isEmpty() ? key : path + "." + key);
    }

    Spot item(int index, Node value) {
        return new Spot(value, path + "[" + index + "]");
    }

    int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    int column() {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    /** The value as a message quotes it: text in quotes, cut where it is long. */
    String shown() {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "an empty value";
            case ScalarNode scalar when scalar.getTag().equals(Tag.STR) ->
                    quoted(scalar.getValue());
            case ScalarNode scalar -> scalar.getValue();
            default -> "this";
        };
    }

    static String quoted(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        boolean tooLong = oneLine.length() > LONGEST_QUOTE;
        return '"' + (tooLong ? oneLine.substring(0, LONGEST_QUOTE) + "…" : oneLine) + '"';
    }
}
