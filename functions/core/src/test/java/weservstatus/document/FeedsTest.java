package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import weservstatus.status.Announcements;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.UpdateState;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;

class FeedsTest {
    static Stream<StatusSnapshot> snapshots() {
        return SampleSnapshots.ofEveryKind(3);
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void whateverOthersWroteTheFeedsAreWellFormed(StatusSnapshot snapshot) throws Exception {
        Feed feed = new Feed(snapshot);

        Document atom = xml(AtomXml.write(feed));
        Document rss = xml(RssXml.write(feed));

        assertThat(texts(atom, "id")).doesNotHaveDuplicates().hasSize(feed.entries().size() + 1);
        assertThat(texts(rss, "guid"))
                .isEqualTo(texts(atom, "id").subList(1, texts(atom, "id").size()));
        assertThat(texts(atom, "updated").stream().skip(1))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void hostileTextStaysText() throws Exception {
        StatusSnapshot snapshot =
                retitled("]]></title><script>&\u0000\ud83d\u0008'\"x", "<img src=x onerror=a>");
        Document atom = xml(AtomXml.write(new Feed(snapshot)));

        assertThat(texts(atom, "title").get(1)).isEqualTo("]]></title><script>&'\"x – identified");
        assertThat(texts(atom, "content").getFirst())
                .contains("&lt;img src=x onerror=a&gt;")
                .doesNotContain("<img");
    }

    @Test
    void anUpdateMovesTheEntryAndKeepsItsId() {
        StatusSnapshot before = SampleSnapshots.incident();
        StatusSnapshot after = before.with(later(before, Instant.parse("2026-11-23T21:29:00Z")));
        FeedEntry old = entry(before);
        FeedEntry moved = entry(after);

        assertThat(moved.id()).isEqualTo(old.id()).startsWith("urn:uuid:");
        assertThat(moved.published()).isEqualTo(old.published());
        assertThat(moved.updated())
                .isEqualTo(Instant.parse("2026-11-23T21:29:00Z"))
                .isAfter(old.updated());
    }

    @ParameterizedTest
    @CsvSource({"Formats, 7", "é, 2", "日本語の長い題名です、とても長いのです、まだ続きます, 1"})
    void contentLinesAreFoldedAt75OctetsBetweenCharacters(String text, int times) {
        String value = text.repeat(times * 9);
        String lines =
                new String(
                        new ContentLines().text("SUMMARY", value).bytes(), StandardCharsets.UTF_8);

        assertThat(lines.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(75));
        assertThat(lines.replace("\r\n ", "").strip()).isEqualTo("SUMMARY:" + value);
    }

    @Test
    void whiteTextCanBeReadOnEveryColourOfABadge() {
        assertThat(
                        List.of(
                                Badge.GREEN,
                                Badge.BLUE,
                                Badge.GREY,
                                Badge.AMBER,
                                Badge.ORANGE,
                                Badge.RED,
                                "#444d56"))
                .allSatisfy(colour ->
                        assertThat(1.05 / (luminance(colour) + 0.05)).isGreaterThanOrEqualTo(4.5));
    }

    /** As WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
                    return weights[i]
                            * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
                })
                .sum();
    }

    private static FeedEntry entry(StatusSnapshot snapshot) {
        return new Feed(snapshot)
                .entries().stream()
                        .filter(e -> e.kind().equals("incident"))
                        .findFirst()
                        .orElseThrow();
    }

    private static Announcements later(StatusSnapshot snapshot, Instant at) {
        IncidentState open = snapshot.announcements().open().getFirst();
        return new Announcements(List.of(with(open, open.title(), at, open.updates())), List.of());
    }

    private static StatusSnapshot retitled(String title, String body) {
        StatusSnapshot snapshot = SampleSnapshots.incident();
        IncidentState open = snapshot.announcements().open().getFirst();
        UpdateState said = open.updates().getFirst();
        UpdateState hostile =
                new UpdateState(
                        said.id(),
                        said.status(),
                        true,
                        body,
                        said.at(),
                        said.written(),
                        List.of(),
                        true);
        return snapshot.with(
                new Announcements(
                        List.of(with(open, title, open.updated(), List.of(hostile))), List.of()));
    }

    private static IncidentState with(
            IncidentState open, String title, Instant updated, List<UpdateState> updates) {
        return new IncidentState(
                open.id(),
                title,
                open.status(),
                open.impact(),
                open.takenOver(),
                open.started(),
                open.monitoring(),
                open.ended(),
                open.proposedEnd(),
                open.entered(),
                updated,
                updates,
                open.affected(),
                open.evidence());
    }

    private static Document xml(byte[] bytes)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
