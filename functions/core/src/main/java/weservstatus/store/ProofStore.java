package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Proof;
import weservstatus.store.Blobs.Blob;

/**
 * The last good picture of each check and location under {@code evidence/last/}, with a list for
 * each location. A newer one replaces the one before it, so that there are never more than checks
 * times locations.
 */
public final class ProofStore {
    private static final String ROOT = "evidence/last/";
    private static final String LIST = ".json";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}");

    private final Blobs blobs;

    public ProofStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * What is kept of one check at one location.
     *
     * @param at when the picture came the last time
     * @param copy what lies among the blobs
     */
    public record Line(
            LocationId location, CheckId check, Instant at, int width, int height, Copy copy) {
        /** Names its pictures, such as {@code here.webp}. */
        public String id() {
            return location.value() + "." + check.value();
        }
    }

    /**
     * Both pictures of a line as they were written.
     *
     * @param sha256 of both, one after the other, in hexadecimal
     * @param written when
     */
    public record Copy(String sha256, Instant written) {
        /** What the pictures are once they are written then. */
        public static Copy of(Proof proof, Instant written) {
            return new Copy(
                    Sha256Hex.of(proof.received()) + Sha256Hex.of(proof.expected()), written);
        }

        /** Whether these are the pictures that lie there. */
        public boolean shows(Proof proof) {
            return of(proof, written).equals(this);
        }
    }

    /** What the location keeps. */
    public List<Line> of(LocationId location) {
        return blobs.get(ROOT + location.value() + LIST)
                .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                .map(text -> decode(location, text))
                .orElse(List.of());
    }

    /** Writes the pictures of a line; {@link #list} tells of them. */
    public void put(Line line, Proof proof) {
        blobs.put(ROOT + line.id() + "/received", new Blob(proof.received(), proof.mediaType()));
        blobs.put(ROOT + line.id() + "/expected.png", new Blob(proof.expected(), "image/png"));
    }

    /** Replaces the location's list. */
    public void list(LocationId location, List<Line> lines) {
        byte[] text = encode(lines).getBytes(StandardCharsets.UTF_8);
        blobs.put(ROOT + location.value() + LIST, new Blob(text, "application/json"));
    }

    /** Of all these locations, the newest first. */
    public List<Line> newest(List<LocationId> locations) {
        List<Line> all = new ArrayList<>();
        locations.forEach(location -> all.addAll(of(location)));
        all.sort(Comparator.comparing(Line::at).reversed());
        return all;
    }

    public Optional<Blob> received(String id) {
        return picture(id, "/received");
    }

    public Optional<Blob> expected(String id) {
        return picture(id, "/expected.png");
    }

    private Optional<Blob> picture(String id, String part) {
        return ID.matcher(id).matches() ? blobs.get(ROOT + id + part) : Optional.empty();
    }

    private static String encode(List<Line> lines) {
        ObjectNode json = Fields.JSON.createObjectNode();
        ArrayNode array = json.putArray("proofs");
        for (Line line : lines) {
            ObjectNode node = array.addObject();
            node.put("check", line.check().value());
            node.put("at", line.at().toString());
            node.put("width", line.width());
            node.put("height", line.height());
            node.put("sha256", line.copy().sha256());
            node.put("written", line.copy().written().toString());
        }
        return Fields.JSON.writeValueAsString(json);
    }

    private static List<Line> decode(LocationId location, String text) {
        Fields json = Fields.parse("list of proofs", text);
        List<Line> lines = new ArrayList<>();
        for (Fields line : json.objects("proofs")) {
            lines.add(
                    new Line(
                            location,
                            line.parsed("check", CheckId::new),
                            line.instant("at"),
                            line.integer("width"),
                            line.integer("height"),
                            copy(line)));
            line.end();
        }
        json.end();
        return lines;
    }

    /** Lists were once without it: then the pictures are unknown, and written anew. */
    private static Copy copy(Fields line) {
        return line.has("sha256")
                ? new Copy(line.text("sha256"), line.instant("written"))
                : new Copy("", Instant.EPOCH);
    }
}
