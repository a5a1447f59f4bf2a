package weservstatus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The files of the static page, out of the jar; each read and compressed once. What shows a preview
 * of the page elsewhere takes a whole address only, so that one is put in.
 */
public final class SiteFiles {
    /**
     * Names with an ending that we know, no dot at their start: nothing leads out of the folder.
     */
    private static final Pattern PATH =
            Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    private static final String PREVIEW = "content=\"api/v1/preview.png\"";

    private final String folder;
    private final Supplier<URI> page;
    private final ConcurrentMap<String, SiteFile> found = new ConcurrentHashMap<>();

    private SiteFiles(String folder, Supplier<URI> page) {
        this.folder = folder;
        this.page = page;
    }

    /**
     * The page that comes with the product.
     *
     * @param page where visitors find it; may come to be known later
     */
    public static SiteFiles bundled(Supplier<URI> page) {
        return new SiteFiles("/site", page);
    }

    /** Files below a folder of the class path. */
    static SiteFiles in(String folder) {
        return new SiteFiles(folder, () -> URI.create("http://localhost/"));
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
        URI address = page.get();
        SiteFile known = found.get(address + file);
        return known == null ? read(file, address) : Optional.of(known);
    }

    private Optional<SiteFile> read(String file, URI address) {
        try (InputStream stream = SiteFiles.class.getResourceAsStream(folder + file)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readAllBytes();
            SiteFile read =
                    SiteFile.of(file, file.endsWith(".html") ? placed(bytes, address) : bytes);
            found.put(address + file, read);
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] placed(byte[] html, URI address) {
        String base = address.toString().replaceFirst("/?$", "/").replace("&", "&amp;");
        return new String(html, StandardCharsets.UTF_8)
                .replace(PREVIEW, "content=\"" + base + "api/v1/preview.png\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
