package weservstatus.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Text to nodes. Only the plain part of YAML is taken: one document, no aliases (which can unfold
 * to gigabytes), no tags (which name types), no deep nesting.
 */
final class YamlText {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 20;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setCodePointLimit(MOST_CHARACTERS + 1)
                    .setAllowNonScalarKeys(true)
                    .build();

    private final Reading reading;
    private int documents;
    private int depth;

    private YamlText(Reading reading) {
        this.reading = reading;
    }

    /** The only document, or nothing after at least one fault was noted. */
    static Optional<Node> compose(String text, Reading reading) {
        if (text.length() > MOST_CHARACTERS) {
            reading.refuseFile(
                    1,
                    1,
                    "the file has " + text.length() + " characters",
                    "keep it below a million");
            return Optional.empty();
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!new YamlText(reading).isPlain(content)) {
            return Optional.empty();
        }
        Optional<Node> node = new Compose(SETTINGS).composeString(content);
        if (node.isEmpty()) {
            reading.refuseFile(1, 1, "the file is empty", "start from the default status.yaml");
        }
        return node;
    }

    private boolean isPlain(String content) {
        int before = reading.faultCount();
        try {
            for (Event event : new Parse(SETTINGS).parseString(content)) {
                look(event);
                if (depth > DEEPEST) {
                    break;
                }
            }
        } catch (MarkedYamlEngineException broken) {
            refuseSyntax(broken);
        } catch (ReaderException broken) {
            refuseCharacter(broken, content);
        } catch (YamlEngineException broken) {
            reading.refuseFile(1, 1, "is not YAML: " + broken.getMessage(), "correct it");
        }
        return reading.faultCount() == before;
    }

    private void look(Event event) {
        if (event instanceof CollectionStartEvent start) {
            depth++;
            start.getTag().ifPresent(tag -> refuseTag(event, tag));
            if (depth > DEEPEST) {
                refuse(event, "the nesting is too deep", "keep it below " + DEEPEST + " levels");
            }
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        } else if (event instanceof ScalarEvent scalar) {
            scalar.getTag().ifPresent(tag -> refuseTag(event, tag));
        } else if (event instanceof AliasEvent alias) {
            String name = "*" + alias.getAlias().getValue();
            refuse(event, "the alias " + name + " is not taken here", "write the value out");
        } else if (event instanceof DocumentStartEvent && ++documents == 2) {
            refuse(event, "a second document starts here", "keep one document, without \"---\"");
        }
    }

    private void refuseTag(Event event, String tag) {
        String written = tag.replace(Tag.PREFIX, "!!");
        refuse(event, "the tag " + written + " is not taken here", "remove it");
    }

    private void refuse(Event event, String reason, String remedy) {
        refuse(event.getStartMark(), reason, remedy);
    }

    private void refuse(Optional<Mark> mark, String reason, String remedy) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        reading.refuseFile(line, column, reason, remedy);
    }

    private void refuseSyntax(MarkedYamlEngineException broken) {
        String start =
                broken.getContextMark().map(mark -> " of line " + (mark.getLine() + 1)).orElse("");
        String context = broken.getContext() == null ? "" : broken.getContext() + start + ", ";
        refuse(
                broken.getProblemMark(),
                "is not YAML: " + (context + broken.getProblem()).replaceAll("\\s+", " "),
                "look for wrong indentation, a missing quote or a tab here or above");
    }

    private void refuseCharacter(ReaderException broken, String content) {
        String before = content.substring(0, Math.min(broken.getPosition(), content.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
        String name = "U+%04X".formatted(broken.getCodePoint());
        reading.refuseFile(
                line, column, "the character " + name + " is not allowed in YAML", "remove it");
    }
}
