package weservstatus.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import weservstatus.text.CleanText;

/** Writes XML and HTML in which whatever others wrote stays text. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> names = new ArrayDeque<>();

    /**
     * A whole document in UTF-8.
     *
     * @param declaration what stands before the first element
     */
    static byte[] document(String declaration, Consumer<Markup> content) {
        return (declaration + fragment(content)).getBytes(StandardCharsets.UTF_8);
    }

    /** Some elements. */
    static String fragment(Consumer<Markup> content) {
        Markup markup = new Markup();
        content.accept(markup);
        return markup.out.toString();
    }

    /** Begins an element; attributes and then one of the endings follow. */
    Markup tag(String name) {
        names.push(name);
        out.append('<').append(name);
        return this;
    }

    Markup with(String attribute, String value) {
        out.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    /** Ends the element without content. */
    void empty() {
        names.pop();
        out.append("/>");
    }

    /** Ends the element around this text. */
    void text(String text) {
        inside(markup -> markup.out.append(escaped(text)));
    }

    /** Ends the element around others. */
    void inside(Consumer<Markup> content) {
        out.append('>');
        content.accept(this);
        out.append("</").append(names.pop()).append('>');
    }

    /** An element with nothing but text. */
    void element(String name, String text) {
        tag(name).text(text);
    }

    /** HTML that is safe already. */
    void safe(String html) {
        out.append(html);
    }

    /** Something for each item. */
    <T> void each(Collection<T> items, BiConsumer<Markup, T> writer) {
        items.forEach(item -> writer.accept(this, item));
    }

    private static String escaped(String text) {
        return CleanText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
