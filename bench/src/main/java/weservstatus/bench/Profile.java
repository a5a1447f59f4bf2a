package weservstatus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where processor time and allocation of some work went, sampled by the JVM's flight recorder. */
record Profile(List<RecordedEvent> events) {
    private static final String CPU = "jdk.ExecutionSample";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";
    private static final int MOST = 12;

    static Profile of(Runnable work) throws IOException {
        Path file = Files.createTempFile("bench", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(CPU).with("period", "5 ms");
            recording.enable(ALLOCATION).with("throttle", "1000/s");
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return new Profile(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    /** What to call a part of it, and its share. */
    Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("CPU by kind", shares(CPU, event -> 1, Profile::kind));
        figures.put(
                "allocation by kind",
                shares(ALLOCATION, event -> event.getLong("weight"), Profile::kind));
        figures.put("CPU by method of ours", shares(CPU, event -> 1, Profile::method));
        figures.put(
                "allocation by method of ours",
                shares(ALLOCATION, event -> event.getLong("weight"), Profile::method));
        return figures;
    }

    private String shares(
            String type, ToLongFunction<RecordedEvent> weight, Classifier classifier) {
        Map<String, Long> sums = new TreeMap<>();
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(type) && event.getStackTrace() != null) {
                sums.merge(
                        classifier.of(event.getStackTrace().getFrames()),
                        weight.applyAsLong(event),
                        Long::sum);
            }
        }
        double whole = sum(sums.values());
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(entry ->
                        String.format(
                                Locale.ROOT,
                                "%s %.0f %%",
                                entry.getKey(),
                                100 * entry.getValue() / whole))
                .collect(Collectors.joining(", "));
    }

    private static long sum(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    @FunctionalInterface
    private interface Classifier {
        String of(List<RecordedFrame> frames);
    }

    private static String kind(List<RecordedFrame> frames) {
        if (frames.stream().anyMatch(frame -> type(frame).endsWith(".image.PixelDecoder"))) {
            return "decode";
        }
        return frames.stream().anyMatch(frame -> type(frame).startsWith("weservstatus.image."))
                ? "judge"
                : "ask";
    }

    private static String method(List<RecordedFrame> frames) {
        return frames.stream()
                .filter(frame -> type(frame).startsWith("weservstatus."))
                .findFirst()
                .map(frame -> simple(type(frame)) + "." + frame.getMethod().getName())
                .orElse("none");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
