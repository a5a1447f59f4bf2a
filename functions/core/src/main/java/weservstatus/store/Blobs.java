package weservstatus.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Named byte sequences: published documents, evidence, finished days. A write replaces the whole
 * blob and is never seen half done; a read sees every write acknowledged before. Any trouble with
 * the store is an unchecked exception.
 */
public interface Blobs {
    int MAX_NAME_LENGTH = 512;
    int MAX_SEGMENT_LENGTH = 200;

    /** Bytes with the media type they are to be served as; may be empty. */
    @SuppressWarnings("ArrayRecordComponent") // Large and read once; never compared.
    record Blob(byte[] bytes, String contentType) {
        private static final Pattern MEDIA_TYPE = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]*");

        public Blob {
            if (!MEDIA_TYPE.matcher(contentType).matches()) {
                throw new IllegalArgumentException("not a media type: " + contentType);
            }
        }
    }

    /**
     * Creates or replaces the blob.
     *
     * @param name segments of {@code A-Za-z0-9._-} joined by '/', none of them "." or ".."; at most
     *     {@link #MAX_NAME_LENGTH} characters, {@link #MAX_SEGMENT_LENGTH} in a segment. A name may
     *     continue another one ({@code a} and {@code a/b}).
     */
    void put(String name, Blob blob);

    Optional<Blob> get(String name);

    /** Names that start with {@code prefix}, in order of their bytes; all for the empty prefix. */
    List<String> list(String prefix);

    /** Removes the blob; nothing happens when there is none. */
    void delete(String name);

    /** Returns {@code name}, or refuses it. */
    static String requireName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a blob's name: " + name);
        }
        return name;
    }

    static boolean isName(String name) {
        return name.length() <= MAX_NAME_LENGTH
                && Arrays.stream(name.split("/", -1)).allMatch(Blobs::isSegment);
    }

    private static boolean isSegment(String segment) {
        return !segment.isEmpty()
                && segment.length() <= MAX_SEGMENT_LENGTH
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().allMatch(Blobs::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
