package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.status.RandomSnapshots;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.verdict.ComponentStatus;

class PublishedDocumentsTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<StatusSnapshot> snapshots() {
        return Stream.concat(
                Stream.of(SampleSnapshots.hostile(), SampleSnapshots.large(2)),
                RandomSnapshots.of(20));
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void everyBodyInflatesToThePlainOneAndHasTheLengthThatItSays(StatusSnapshot snapshot) {
        assertThat(all(Documents.of(snapshot)))
                .allSatisfy(document -> {
                    byte[] plain = document.body(Coding.IDENTITY);
                    byte[] gzip = document.body(Coding.GZIP);
                    assertThat(inflated(gzip)).isEqualTo(plain);
                    assertThat(document.length(Coding.IDENTITY)).isEqualTo(plain.length);
                    assertThat(document.length(Coding.GZIP)).isEqualTo(gzip.length);
                    if (document.contentType().contains("json")) {
                        assertThat(JSON.readTree(plain).isObject()).isTrue();
                    }
                });
    }

    @Test
    void everyNumberOfDaysIsTheEndOfAllDays() {
        PublishedDocuments documents = Documents.of(SampleSnapshots.large(1));
        List<JsonNode> all = days(documents, 90);

        assertThat(all).hasSize(90);
        for (int n = 1; n <= 90; n++) {
            assertThat(days(documents, n)).isEqualTo(all.subList(90 - n, 90));
        }
    }

    @Test
    void fewerDaysThanAskedForAreAllThereAre() {
        PublishedDocuments documents = Documents.of(SampleSnapshots.incident());

        assertThat(JSON.readTree(plain(documents, 90)).path("days").size()).isEqualTo(3);
    }

    @Test
    void noTwoDifferentAnswersShareATag() {
        PublishedDocuments documents = Documents.of(SampleSnapshots.large(3));
        Set<String> tags = new HashSet<>();
        Set<ByteBuffer> bodies = new HashSet<>();

        for (Rendered document : all(documents)) {
            for (Coding coding : Coding.values()) {
                tags.add(document.etag(coding));
                bodies.add(ByteBuffer.wrap(document.body(coding)));
            }
        }
        assertThat(tags).hasSameSizeAs(bodies);
    }

    @Test
    void answersThatAreCutStayWellCompressed() {
        Rendered days =
                Documents.of(SampleSnapshots.large(1)).days("component-0", 90).orElseThrow();

        assertThat(days.length(Coding.GZIP)).isLessThan(days.length(Coding.IDENTITY) / 3);
    }

    @Test
    void dataAreBelievedUntilTheyAreTooOldAndNeverLater() {
        PublishedDocuments documents = Documents.of(SampleSnapshots.incident());
        var limit = SampleSnapshots.THROUGH.plusSeconds(150);

        assertThat(documents.at(limit)).isSameAs(documents);
        StatusSnapshot late = documents.at(limit.plusMillis(1)).snapshot();
        assertThat(late.status()).isEqualTo(ComponentStatus.UNKNOWN);
        assertThat(late.since()).contains(limit);
        assertThat(late.checks().unknown()).isEqualTo(late.checks().active());
        assertThat(late.dataThrough()).isEqualTo(documents.snapshot().dataThrough());
        assertThat(late.components())
                .allSatisfy(component -> {
                    assertThat(component.status()).isEqualTo(ComponentStatus.UNKNOWN);
                    assertThat(component.since()).contains(limit);
                    assertThat(component.problems()).isEmpty();
                });
    }

    @Test
    void oldDocumentsStayTheSameFromThenOn() {
        PublishedDocuments documents = Documents.of(SampleSnapshots.calm());
        var late = SampleSnapshots.THROUGH.plusSeconds(151);

        assertThat(documents.at(late)).isSameAs(documents.at(late.plusSeconds(86_400)));
    }

    private static List<Rendered> all(PublishedDocuments documents) {
        Stream<Rendered> whole = Stream.of(DocumentName.values()).map(documents::get);
        Stream<Rendered> cut =
                documents.snapshot().components().stream()
                        .map(state -> state.component().id().value())
                        .flatMap(id -> cuts(documents, id));
        return Stream.concat(whole, cut).toList();
    }

    private static Stream<Rendered> cuts(PublishedDocuments documents, String id) {
        return Stream.concat(
                IntStream.rangeClosed(1, 90).mapToObj(n -> documents.days(id, n).orElseThrow()),
                IntStream.rangeClosed(1, 24).mapToObj(n -> documents.latency(id, n).orElseThrow()));
    }

    private static List<JsonNode> days(PublishedDocuments documents, int n) {
        Rendered days = documents.days("component-0", n).orElseThrow();
        JsonNode document = JSON.readTree(inflated(days.body(Coding.GZIP)));
        assertThat(document.path("component").asString()).isEqualTo("component-0");
        return document.path("days").values().stream().toList();
    }

    private static byte[] plain(PublishedDocuments documents, int n) {
        return documents.days("formats", n).orElseThrow().body(Coding.IDENTITY);
    }

    private static byte[] inflated(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
