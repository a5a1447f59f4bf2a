package weservstatus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** The files of the static page, out of the jar; each read and compressed once. */
public final class SiteFiles {
    /**
     * Names with an ending that we know, no dot at their start: nothing leads out of the folder.
     */
    private static final Pattern PATH =
            Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    private final String folder;
    private final ConcurrentMap<String, SiteFile> found = new ConcurrentHashMap<>();

    private SiteFiles(String folder) {
        this.folder = folder;
    }

    /** The page that comes with the product. */
    public static SiteFiles bundled() {
        return in("/site");
    }

    /** Files below a folder of the class path. */
    static SiteFiles in(String folder) {
        return new SiteFiles(folder);
    }

    /**
     * The file that a path means; a path that ends with a slash means the index there.
     *
     * @param path decoded
     */
    Optional<SiteFile> find(String path) {
        String file = path.endsWith("/") ? path + "index.html" : path;
        if (!PATH.matcher(file).matches() || MediaTypes.of(file).equals(MediaTypes.UNKNOWN)) {
            return Optional.empty();
        }
        SiteFile known = found.get(file);
        return known == null ? read(file) : Optional.of(known);
    }

    private Optional<SiteFile> read(String file) {
        try (InputStream stream = SiteFiles.class.getResourceAsStream(folder + file)) {
            if (stream == null) {
                return Optional.empty();
            }
            SiteFile read = SiteFile.of(file, stream.readAllBytes());
            found.put(file, read);
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
