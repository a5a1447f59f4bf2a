package weservstatus.document;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/**
 * Escapes '<' beside what JSON demands, so that a document stays harmless inside a script element
 * of a page or when read as HTML by mistake.
 */
final class HtmlSafeEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes['<'] = ESCAPE_STANDARD;
        return escapes;
    }

    /** Asked for every character beyond ASCII: null leaves it as it is, "" would delete it. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return null;
    }
}
