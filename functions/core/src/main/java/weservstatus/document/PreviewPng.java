package weservstatus.document;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import weservstatus.status.StatusSnapshot;
import weservstatus.uptime.Tally;
import weservstatus.verdict.ComponentStatus;

/**
 * {@code /api/v1/preview.png}: what a chat or a network shows beside a link to the page. The symbol
 * of the state above the last days, each as bad as its worst component; no text, since no machine
 * needs to have fonts.
 */
final class PreviewPng {
    static final String MEDIA_TYPE = "image/png";

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int SYMBOL = 260;
    private static final int DAYS = 90;
    private static final int PITCH = 12;
    private static final int COLUMN = 10;
    private static final int FOOT = 570;
    private static final int TALL = 110;
    private static final Color GROUND = new Color(0xfbfbfa);
    private static final Color FRAME = new Color(0xe6e7e4);

    private final Graphics2D pen;

    private PreviewPng(Graphics2D pen) {
        this.pen = pen;
    }

    static Rendered of(StatusSnapshot snapshot) {
        return WholeDocument.of(write(snapshot), MEDIA_TYPE, Documents.CACHED_BRIEFLY);
    }

    static byte[] write(StatusSnapshot snapshot) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        PreviewPng preview = new PreviewPng(pen);
        preview.symbol(snapshot.status());
        preview.days(snapshot);
        pen.dispose();
        return png(image);
    }

    private void symbol(ComponentStatus status) {
        AffineTransform place = AffineTransform.getTranslateInstance((WIDTH - SYMBOL) / 2.0, 110);
        place.scale(SYMBOL / 24.0, SYMBOL / 24.0);
        Shape shape = place.createTransformedShape(shape(status));
        Shape glyph = place.createTransformedShape(glyph(status));
        float line = SYMBOL / 24f;
        pen.setColor(colour(status));
        if (status == ComponentStatus.UNKNOWN) {
            pen.setStroke(dashed(1.8f * line));
            pen.draw(shape);
        } else {
            pen.fill(shape);
            pen.setColor(GROUND);
        }
        pen.setStroke(new BasicStroke(2.3f * line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(glyph);
    }

    private static BasicStroke dashed(float width) {
        float[] dashes = {1.9f * width, 1.3f * width};
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static Shape shape(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> new Ellipse2D.Double(1, 1, 22, 22);
            case UNKNOWN -> new Ellipse2D.Double(2.2, 2.2, 19.6, 19.6);
            case DEGRADED_PERFORMANCE -> polygon(12, 1.5, 23, 22, 1, 22);
            case PARTIAL_OUTAGE -> polygon(12, 0.6, 23.4, 12, 12, 23.4, 0.6, 12);
            case MAJOR_OUTAGE ->
                    polygon(7.9, 1, 16.1, 1, 23, 7.9, 23, 16.1, 16.1, 23, 7.9, 23, 1, 16.1, 1, 7.9);
            case UNDER_MAINTENANCE -> new RoundRectangle2D.Double(1.5, 1.5, 21, 21, 7, 7);
        };
    }

    private static Shape glyph(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> lines(7.2, 12.4, 10.6, 15.8, 10.6, 15.8, 17, 8.8);
            case DEGRADED_PERFORMANCE -> lines(12, 10, 12, 14.5, 12, 18.4, 12, 18.5);
            case PARTIAL_OUTAGE -> lines(12, 6.8, 12, 13, 12, 16.9, 12, 17);
            case MAJOR_OUTAGE -> lines(8.4, 8.4, 15.6, 15.6, 15.6, 8.4, 8.4, 15.6);
            case UNDER_MAINTENANCE -> lines(12, 7.5, 12, 16.5, 7.5, 12, 16.5, 12);
            case UNKNOWN -> question();
        };
    }

    private static Shape question() {
        Path2D path = new Path2D.Double();
        path.moveTo(9.2, 9.6);
        path.curveTo(9.2, 6, 14.8, 6, 14.8, 9.6);
        path.curveTo(14.8, 11.8, 12, 11.8, 12, 14);
        path.moveTo(12, 17);
        path.lineTo(12, 17.1);
        return path;
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        IntStream.range(1, points.length / 2)
                .forEach(index -> path.lineTo(points[2 * index], points[2 * index + 1]));
        path.closePath();
        return path;
    }

    /** Each four numbers are one line. */
    private static Shape lines(double... points) {
        Path2D path = new Path2D.Double();
        IntStream.range(0, points.length / 4)
                .map(index -> 4 * index)
                .forEach(at -> {
                    path.moveTo(points[at], points[at + 1]);
                    path.lineTo(points[at + 2], points[at + 3]);
                });
        return path;
    }

    private void days(StatusSnapshot snapshot) {
        int left = (WIDTH - DAYS * PITCH) / 2;
        for (int day = 0; day < DAYS; day++) {
            column(left + day * PITCH, worst(snapshot, day));
        }
    }

    /** Of each day the component that was out longest. */
    private static List<Tally> worst(StatusSnapshot snapshot, int day) {
        return snapshot.components().stream()
                .filter(component -> component.days().size() == DAYS)
                .map(component -> component.days().get(day).tally())
                .max((a, b) -> Long.compare(a.partial() + a.major(), b.partial() + b.major()))
                .stream()
                .toList();
    }

    private void column(int x, List<Tally> days) {
        long seen = days.stream().mapToLong(PreviewPng::seen).sum();
        long down = days.stream().mapToLong(day -> day.partial() + day.major()).sum();
        pen.setColor(seen == 0 ? FRAME : new Color(0x7cc79a));
        pen.fillRoundRect(x, FOOT - TALL, COLUMN, TALL, 5, 5);
        if (down > 0) {
            int height = (int) Math.max(22, TALL * Math.sqrt((double) down / seen));
            pen.setColor(new Color(0xd8383e));
            pen.fillRoundRect(x, FOOT - height, COLUMN, height, 5, 5);
        }
    }

    private static long seen(Tally day) {
        return day.operational() + day.degraded() + day.partial() + day.major() + day.maintenance();
    }

    private static Color colour(ComponentStatus status) {
        return new Color(
                switch (status) {
                    case OPERATIONAL -> 0x1d8348;
                    case DEGRADED_PERFORMANCE -> 0xa06500;
                    case PARTIAL_OUTAGE -> 0xb4530a;
                    case MAJOR_OUTAGE -> 0xc1272d;
                    case UNDER_MAINTENANCE -> 0x2f62c4;
                    case UNKNOWN -> 0x5c636b;
                });
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(requireNonNull(image), "png", bytes)) {
                throw new IllegalStateException("every JDK writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
