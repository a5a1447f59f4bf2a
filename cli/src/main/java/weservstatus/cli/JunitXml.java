package weservstatus.cli;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import weservstatus.local.OneLook.Seen;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;

/**
 * The answers in the form that continuous integration reads: a failed check is a failure, one that
 * could not be judged an error.
 */
final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<Seen> seen, Instant started) {
        StringWriter text = new StringWriter();
        try {
            new JunitXml(XMLOutputFactory.newFactory().createXMLStreamWriter(text))
                    .write(seen, started);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory", e);
        }
        return text + "\n";
    }

    private void write(List<Seen> seen, Instant started) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "weserv-status");
        xml.writeAttribute("timestamp", started.toString());
        xml.writeAttribute("tests", Integer.toString(seen.size()));
        xml.writeAttribute("failures", count(seen, result -> result == Result.FAILED));
        xml.writeAttribute("errors", count(seen, result -> !result.isJudged()));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(seen.stream().mapToLong(JunitXml::micros).sum()));
        for (Seen one : seen) {
            write(one);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Seen seen) throws XMLStreamException {
        Observation observation = seen.observation();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", seen.check().component().value());
        xml.writeAttribute("name", seen.check().id().value());
        xml.writeAttribute("time", seconds(micros(seen)));
        if (!observation.result().isGood()) {
            trouble(observation, Explanation.of(seen));
        }
        xml.writeEndElement();
    }

    private void trouble(Observation observation, String explanation) throws XMLStreamException {
        xml.writeStartElement(observation.result() == Result.FAILED ? "failure" : "error");
        String type =
                observation.side().map(Side::label).orElse("none")
                        + "/"
                        + observation.failure().map(f -> f.reason().name()).orElse("NO_DATA");
        xml.writeAttribute("type", type);
        xml.writeAttribute(
                "message", legal(observation.failure().map(Failure::message).orElse("")));
        xml.writeCharacters(legal(explanation));
        xml.writeEndElement();
    }

    private static String count(List<Seen> seen, Predicate<Result> which) {
        long count = seen.stream().filter(one -> which.test(one.observation().result())).count();
        return Long.toString(count);
    }

    private static long micros(Seen seen) {
        return seen.observation().phases().totalMicros();
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.3f", micros / 1_000_000.0);
    }

    /** An answer may hold characters that XML cannot carry, not even escaped. */
    private static String legal(String text) {
        return text.replaceAll(
                "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
