package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Does the oracle know right from wrong? Generated cards, honest variants of each, faults of every
 * kind; beside it the rules that others use.
 */
final class OracleBench {
    static final long USUAL_SEED = 2026;
    private static final int CARDS = 20;

    private final long seed;
    private final List<Subject> subjects;
    private final Map<String, Count> honest = new LinkedHashMap<>();
    private final Map<String, Count> faulty = new LinkedHashMap<>();

    OracleBench(long seed) {
        this.seed = seed;
        this.subjects =
                LongStream.range(0, CARDS)
                        .mapToObj(i -> Subject.of(GeneratedCard.of(seed + i)))
                        .toList();
    }

    /** How many of one kind were flagged, by each rule. */
    private static final class Count {
        private int of;
        private int oracle;
        private int halved;
        private int ofHalved;
        private int dHash;
        private int similar90;
        private int similar80;
        private Optional<String> first = Optional.empty();

        private void add(Sample sample, Subject subject) {
            of++;
            Optional<String> complaint = sample.complaint(subject.oracle());
            oracle += complaint.isPresent() ? 1 : 0;
            first = first.or(() -> complaint);
            sample.pixels().ifPresent(pixels -> addPeers(pixels, subject.honest()));
        }

        private void addPeers(BufferedImage pixels, BufferedImage stored) {
            double similarity = PeerRules.similarity(stored, pixels);
            dHash += PeerRules.dHashDistance(stored, pixels) > 5 ? 1 : 0;
            similar90 += similarity < 0.90 ? 1 : 0;
            similar80 += similarity < 0.80 ? 1 : 0;
        }

        private void addHalved(Sample sample, Subject subject) {
            ofHalved++;
            halved += sample.complaint(subject.oracle()).isPresent() ? 1 : 0;
        }

        private void add(Count other) {
            of += other.of;
            oracle += other.oracle;
            halved += other.halved;
            ofHalved += other.ofHalved;
            dHash += other.dHash;
            similar90 += other.similar90;
            similar80 += other.similar80;
        }

        private String row(String kind) {
            String half = ofHalved == 0 ? "–" : halved + " of " + ofHalved;
            return "| %s | %d of %d | %s | %d | %d | %d |"
                    .formatted(kind, oracle, of, half, dHash, similar90, similar80);
        }
    }

    /** Judges everything and returns the table in Markdown. */
    String table() {
        Honest variants = new Honest(seed);
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            variants.variants(subject, i)
                    .forEach((kind, sample) -> of(honest, kind).add(sample, subject));
            addFaults(subject, subjects.get((i + 1) % subjects.size()));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Seed %d, %d cards.\n".formatted(seed, subjects.size()));
        lines.add(head("honest answer"));
        lines.addAll(rows(honest, "**all honest: false alarms**"));
        honest.forEach((kind, count) ->
                count.first.ifPresent(why -> lines.add("\nFalse: " + kind + ": " + why)));
        lines.add("");
        lines.add(head("fault"));
        lines.addAll(rows(faulty, "**all faults: found**"));
        return String.join("\n", lines);
    }

    private void addFaults(Subject subject, Subject other) {
        FileFaults.of(subject, other)
                .forEach((kind, sample) -> of(faulty, kind).add(sample, subject));
        for (PictureFault fault : PictureFault.ALL) {
            Count count = of(faulty, fault.label());
            count.add(Sample.png(Subject.AS_PNG, fault.of(subject.honest(), 1)), subject);
            count.addHalved(Sample.png(Subject.AS_PNG, fault.of(subject.honest(), 0.5)), subject);
        }
    }

    private static Count of(Map<String, Count> counts, String kind) {
        return counts.computeIfAbsent(kind, fresh -> new Count());
    }

    private static String head(String kind) {
        return "| "
                + kind
                + " | oracle flags | at half strength | dHash > 5 | SSIM < 0.90 | SSIM < 0.80 |\n"
                + "|---|---|---|---|---|---|";
    }

    private static List<String> rows(Map<String, Count> counts, String total) {
        List<String> rows = new ArrayList<>();
        Count all = new Count();
        counts.forEach((kind, count) -> {
            rows.add(count.row(kind));
            all.add(count);
        });
        rows.add(all.row(total));
        return rows;
    }

    /** Writes the honest pictures for encoders that are not Java's. */
    void export(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < subjects.size(); i++) {
            Files.write(
                    folder.resolve("%02d.png".formatted(i)),
                    Picture.encoded(subjects.get(i).honest(), "png"));
        }
    }
}
