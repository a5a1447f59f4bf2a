package weservstatus.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import weservstatus.observe.Header;

/** An answer and how it goes over the wire. */
@SuppressWarnings("ArrayRecordComponent") // Made once and sent, never compared.
record Told(int status, List<Header> headers, byte[] body, Delivery delivery) {

    /** How the bytes of an answer come. */
    enum Delivery {
        /** With its length. */
        WHOLE,
        CHUNKED,
        /** Ended by the end of the connection, without a length. */
        UNTIL_CLOSED,
        /** Half of the announced length, then the end of the connection. */
        HALF,
        /** The first chunks only, without the last one. */
        HALF_CHUNKED,
        /** Half of the announced length, then a reset. */
        HALF_RESET,
        /** A chunk whose length is no number. */
        BROKEN_CHUNKS,
        /** The connection ends before a byte of an answer. */
        NOTHING,
        /** The connection is reset before an answer. */
        RESET,
        /** Nothing comes, and the connection stays. */
        SILENT,
        /** Half of the body comes, then nothing. */
        STALLED,
        /** One byte after the other, twenty in a second. */
        DRIPPING,
        /** Something that is not HTTP. */
        GIBBERISH
    }

    Told {
        headers = List.copyOf(headers);
    }

    static Told page(int status, String html) {
        return new Told(
                status,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                html.getBytes(StandardCharsets.UTF_8),
                Delivery.WHOLE);
    }

    static Told json(int status, String json) {
        return new Told(
                status,
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("X-Images-Api", "5")),
                json.getBytes(StandardCharsets.UTF_8),
                Delivery.WHOLE);
    }

    Told as(Delivery other) {
        return new Told(status, headers, body, other);
    }

    Told status(int other) {
        return new Told(other, headers, body, delivery);
    }

    Told body(byte[] other) {
        return new Told(status, headers, other, delivery);
    }

    Told body(UnaryOperator<byte[]> change) {
        return body.length == 0 ? this : body(change.apply(body));
    }

    Told text(UnaryOperator<String> change) {
        String text = new String(body, StandardCharsets.UTF_8);
        return body(change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    Told without(String name) {
        List<Header> kept = new ArrayList<>(headers);
        kept.removeIf(header -> header.name().equalsIgnoreCase(name));
        return new Told(status, kept, body, delivery);
    }

    /** In place of what is there of this name, also where there is none. */
    Told with(String name, String value) {
        List<Header> kept = new ArrayList<>(without(name).headers);
        kept.add(new Header(name, value));
        return new Told(status, kept, body, delivery);
    }

    /** Changes the values of a header where it is there. */
    Told header(String name, UnaryOperator<String> change) {
        List<Header> changed =
                headers.stream()
                        .map(header ->
                                header.name().equalsIgnoreCase(name)
                                        ? new Header(name, change.apply(header.value()))
                                        : header)
                        .toList();
        return new Told(status, changed, body, delivery);
    }

    boolean isOf(String mediaType) {
        return headers.stream()
                .anyMatch(header ->
                        header.name().equalsIgnoreCase("Content-Type")
                                && header.value().startsWith(mediaType));
    }

    boolean isPicture() {
        return status == 200 && isOf("image/") && body.length > 0;
    }
}
