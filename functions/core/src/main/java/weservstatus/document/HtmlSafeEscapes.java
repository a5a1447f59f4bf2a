package weservstatus.document;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes '<' beside what JSON demands, so that a document stays harmless inside a script element
 * of a page or when read as HTML by mistake.
 */
final class HtmlSafeEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final SerializedString NONE = new SerializedString("");

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes['<'] = ESCAPE_STANDARD;
        return escapes;
    }

    /** Never asked: no character has an escape of its own making. */
    @Override
    public SerializableString getEscapeSequence(int character) {
        return NONE;
    }
}
