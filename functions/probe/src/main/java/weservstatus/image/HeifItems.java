package weservstatus.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of a HEIF container: where their bytes lie and what is said about them. */
final class HeifItems {

    record Size(int width, int height) {}

    private record Extent(long at, long length) {}

    private record Box(String type, long at, long end) {
        long length() {
            return end - at;
        }
    }

    private final Bytes bytes;
    private int primary = -1;
    private long itemData = -1;
    private final Map<Integer, List<Extent>> extents = new HashMap<>();
    private final List<Box> properties = new ArrayList<>();
    private final Map<Integer, List<Integer>> associations = new HashMap<>();
    private final Map<Integer, Integer> auxiliaries = new HashMap<>();

    private HeifItems(Bytes bytes) {
        this.bytes = bytes;
    }

    static HeifItems read(Bytes bytes) throws UnreadableException {
        HeifItems items = new HeifItems(bytes);
        Box meta = items.child(0, bytes.length(), "meta");
        List<Box> parts = items.children(meta.at() + 4, meta.end());
        // Offsets into the item data box need its place before locations are read.
        for (Box part : parts) {
            if (part.type().equals("idat")) {
                items.itemData = part.at();
            }
        }
        for (Box part : parts) {
            items.part(part);
        }
        if (items.primary < 0) {
            throw new UnreadableException("the AVIF names no primary picture");
        }
        return items;
    }

    int primary() {
        return primary;
    }

    Size size(int item) throws UnreadableException {
        List<Bytes> sizes = said(item, "ispe");
        if (sizes.isEmpty()) {
            throw new UnreadableException("the AVIF does not say its size");
        }
        return new Size((int) sizes.getFirst().u32(4), (int) sizes.getFirst().u32(8));
    }

    /** What the properties of this type say about an item, in their order. */
    List<Bytes> said(int item, String type) throws UnreadableException {
        List<Bytes> found = new ArrayList<>();
        for (int index : associations.getOrDefault(item, List.of())) {
            if (index >= 1 && index <= properties.size()) {
                Box property = properties.get(index - 1);
                if (property.type().equals(type)) {
                    found.add(new Bytes(bytes.slice(property.at(), property.length())));
                }
            }
        }
        return found;
    }

    /** The item that carries the alpha plane of another one. */
    Optional<Integer> alphaOf(int item) throws UnreadableException {
        for (Map.Entry<Integer, Integer> auxiliary : auxiliaries.entrySet()) {
            if (auxiliary.getValue() == item && isAlpha(auxiliary.getKey())) {
                return Optional.of(auxiliary.getKey());
            }
        }
        return Optional.empty();
    }

    private boolean isAlpha(int item) throws UnreadableException {
        return said(item, "auxC").stream()
                .map(kind -> new String(kind.data(), StandardCharsets.ISO_8859_1))
                .anyMatch(kind -> kind.contains("auxiliary:alpha"));
    }

    /** The bytes of an item, which must lie inside the file. */
    byte[] content(Bytes file, int item) throws UnreadableException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Extent extent : extents.getOrDefault(item, List.of())) {
            content.writeBytes(file.slice(extent.at(), extent.length()));
        }
        return content.toByteArray();
    }

    private void part(Box box) throws UnreadableException {
        switch (box.type()) {
            case "pitm" ->
                    primary = (int) bytes.unsigned(box.at() + 4, bytes.u8(box.at()) == 0 ? 2 : 4);
            case "iloc" -> locations(box);
            case "iprp" -> properties(box);
            case "iref" -> references(box);
            default -> {
                // Handler, item names and grouping say nothing that a viewer sees.
            }
        }
    }

    private void locations(Box box) throws UnreadableException {
        int version = bytes.u8(box.at());
        int sizes = bytes.u16(box.at() + 4);
        int idSize = version < 2 ? 2 : 4;
        long at = box.at() + 6;
        long count = bytes.unsigned(at, idSize);
        at += idSize;
        for (long i = 0; i < count; i++) {
            at = location(at, idSize, version, sizes);
        }
    }

    private long location(long from, int idSize, int version, int sizes)
            throws UnreadableException {
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 15;
        int indexSize = version == 0 ? 0 : sizes & 15;
        long at = from;
        int item = (int) bytes.unsigned(at, idSize);
        at += idSize;
        int method = version == 0 ? 0 : bytes.u16(at) & 15;
        at += (version == 0 ? 0 : 2) + 2;
        int baseSize = sizes >> 4 & 15;
        long base = bytes.unsigned(at, baseSize) + (method == 1 ? itemData : 0);
        at += baseSize;
        int count = bytes.u16(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            at += indexSize;
            long offset = bytes.unsigned(at, offsetSize);
            long length = bytes.unsigned(at + offsetSize, lengthSize);
            extents.computeIfAbsent(item, key -> new ArrayList<>())
                    .add(new Extent(base + offset, length));
            at += offsetSize + lengthSize;
        }
        return at;
    }

    private void properties(Box box) throws UnreadableException {
        Box container = child(box.at(), box.end(), "ipco");
        properties.addAll(children(container.at(), container.end()));
        associations(child(box.at(), box.end(), "ipma"));
    }

    private void associations(Box box) throws UnreadableException {
        int idSize = bytes.u8(box.at()) < 1 ? 2 : 4;
        boolean wide = (bytes.u8(box.at() + 3) & 1) != 0;
        long count = bytes.u32(box.at() + 4);
        long at = box.at() + 8;
        for (long i = 0; i < count; i++) {
            int item = (int) bytes.unsigned(at, idSize);
            int entries = bytes.u8(at + idSize);
            at += idSize + 1;
            List<Integer> indices = associations.computeIfAbsent(item, key -> new ArrayList<>());
            for (int entry = 0; entry < entries; entry++) {
                indices.add(wide ? bytes.u16(at) & 0x7fff : bytes.u8(at) & 0x7f);
                at += wide ? 2 : 1;
            }
        }
    }

    private void references(Box box) throws UnreadableException {
        int idSize = bytes.u8(box.at()) == 0 ? 2 : 4;
        for (Box reference : children(box.at() + 4, box.end())) {
            if (reference.type().equals("auxl")) {
                auxiliaries.put(
                        (int) bytes.unsigned(reference.at(), idSize),
                        (int) bytes.unsigned(reference.at() + idSize + 2, idSize));
            }
        }
    }

    private Box child(long from, long end, String type) throws UnreadableException {
        return children(from, end).stream()
                .filter(box -> box.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new UnreadableException("the AVIF lacks its box " + type));
    }

    private List<Box> children(long from, long end) throws UnreadableException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= end) {
            long size = bytes.u32(at);
            int header = size == 1 ? 16 : 8;
            long length = size == 0 ? end - at : size == 1 ? bytes.unsigned(at + 8, 8) : size;
            if (length < header) {
                throw new UnreadableException("damaged: a box of the AVIF has no length");
            }
            bytes.require(at, length);
            boxes.add(new Box(bytes.tag(at + 4), at + header, at + length));
            at += length;
        }
        return boxes;
    }
}
