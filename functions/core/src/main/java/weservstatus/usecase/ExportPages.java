package weservstatus.usecase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import weservstatus.check.Catalogue;
import weservstatus.store.Blobs;
import weservstatus.store.ExportLine;
import weservstatus.store.Partitions;
import weservstatus.store.Table;

/**
 * Everything that is kept, page by page; a monitor may run meanwhile. Pages are small enough for
 * every way that an answer takes, however large a file is.
 */
public final class ExportPages {
    /** A page ends with the line that reaches this; no line is longer than another 700 KB. */
    private static final int FULL = 512 * 1024;

    private static final int PIECE = 384 * 1024;

    /** The deployment's own, of no use elsewhere. */
    private static final List<String> NOT_KEPT =
            List.of("config/", "published/", "site/", "import/");

    private final Catalogue catalogue;
    private final Table table;
    private final Blobs blobs;

    public ExportPages(Catalogue catalogue, Table table, Blobs blobs) {
        this.catalogue = catalogue;
        this.table = table;
        this.blobs = blobs;
    }

    /**
     * Some lines.
     *
     * @param next where the page after this one begins, absent after the last
     */
    public record Page(List<String> lines, Optional<String> next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** Whether an export holds this file. */
    public static boolean isKept(String name) {
        return NOT_KEPT.stream().noneMatch(name::startsWith);
    }

    /** What comes last of what the page holds: a piece of a file, or an item. */
    private record Place(String first, String second) {
        private static final char BETWEEN = '\n';

        String text() {
            byte[] bytes = (first + BETWEEN + second).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        static Optional<Place> of(String text) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
                return parts.length == 2
                        ? Optional.of(new Place(parts[0], parts[1]))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Lines until the page is full. */
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private int size;

        boolean add(ExportLine line) {
            String text = line.text();
            lines.add(text);
            size += text.getBytes(StandardCharsets.UTF_8).length + 1;
            return size >= FULL;
        }
    }

    /** The first page. */
    public Page first() {
        Lines lines = new Lines();
        lines.add(new ExportLine.Head());
        return files(lines, new Place("", ""));
    }

    /**
     * The page that begins there, absent when that is no place that a page named.
     *
     * @param after the {@code next} of the page before
     */
    public Optional<Page> after(String after) {
        return Place.of(after).flatMap(this::from);
    }

    private Optional<Page> from(Place place) {
        int partition = Partitions.kept(catalogue).indexOf(place.first());
        if (partition >= 0) {
            return Optional.of(items(new Lines(), partition, Optional.of(place.second())));
        }
        boolean file = Blobs.isName(place.first()) && place.second().matches("[0-9]{1,9}");
        return file ? Optional.of(files(new Lines(), place)) : Optional.empty();
    }

    /** From behind that piece on. */
    private Page files(Lines lines, Place place) {
        Predicate<String> behind = name -> name.compareTo(place.first()) >= 0;
        for (String name : blobs.list("").stream().filter(behind).toList()) {
            int from = name.equals(place.first()) ? Integer.parseInt(place.second()) : 0;
            Optional<Page> full = isKept(name) ? pieces(lines, name, from) : Optional.empty();
            if (full.isPresent()) {
                return full.get();
            }
        }
        return items(lines, 0, Optional.empty());
    }

    /** The page, when it is full within this file. */
    private Optional<Page> pieces(Lines lines, String name, int first) {
        Optional<Blobs.Blob> blob = blobs.get(name);
        byte[] bytes = blob.map(Blobs.Blob::bytes).orElse(new byte[0]);
        for (int from = first; from < bytes.length || (blob.isPresent() && from == 0); ) {
            int end = Math.min(bytes.length, from + PIECE);
            Blobs.Blob piece =
                    new Blobs.Blob(
                            Arrays.copyOfRange(bytes, from, end), blob.orElseThrow().contentType());
            boolean full = lines.add(new ExportLine.OfBlob(name, piece, from));
            from = Math.max(end, 1);
            if (full) {
                return Optional.of(page(lines, new Place(name, String.valueOf(from))));
            }
        }
        return Optional.empty();
    }

    private Page items(Lines lines, int first, Optional<String> after) {
        List<String> partitions = Partitions.kept(catalogue);
        Optional<String> last = after;
        for (int index = first; index < partitions.size(); index++) {
            Table.Query all = Table.Query.of(partitions.get(index));
            Optional<Table.Query> rest = Optional.of(last.map(all::after).orElse(all));
            last = Optional.empty();
            while (rest.isPresent()) {
                Table.Page found = table.query(rest.get());
                for (Table.Item item : found.items()) {
                    if (lines.add(new ExportLine.OfItem(item))) {
                        return page(lines, new Place(partitions.get(index), item.key().sort()));
                    }
                }
                rest = rest.get().next(found);
            }
        }
        return new Page(lines.lines, Optional.empty());
    }

    private static Page page(Lines lines, Place last) {
        return new Page(lines.lines, Optional.of(last.text()));
    }
}
