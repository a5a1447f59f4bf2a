package weservstatus.image;

import java.util.ArrayList;
import java.util.List;

/** Lays the parts of an animation over each other, as a viewer does. */
final class Animation {
    private Animation() {}

    static List<Raster> composed(PictureFacts facts, List<Raster> parts)
            throws UnreadableException {
        List<Raster> shown = new ArrayList<>();
        Raster canvas = Raster.filled(facts.width(), facts.height(), 0);
        for (int i = 0; i < parts.size(); i++) {
            Frame frame = facts.frames().get(i);
            Raster part = parts.get(i);
            if (frame.x() + part.width() > facts.width()
                    || frame.y() + part.height() > facts.height()) {
                throw new UnreadableException("damaged: a frame lies outside the picture");
            }
            Raster drawn = drawn(canvas, part, frame);
            shown.add(drawn);
            canvas =
                    switch (frame.disposal()) {
                        case KEEP -> drawn;
                        case RESTORE -> canvas;
                        case CLEAR ->
                                drawn(
                                        drawn,
                                        Raster.filled(part.width(), part.height(), 0),
                                        withoutBlend(frame));
                    };
        }
        return shown;
    }

    private static Frame withoutBlend(Frame frame) {
        return new Frame(
                frame.x(),
                frame.y(),
                frame.width(),
                frame.height(),
                frame.delay(),
                frame.disposal(),
                false);
    }

    private static Raster drawn(Raster canvas, Raster part, Frame frame) {
        int[] pixels = canvas.pixels().clone();
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                int at = (frame.y() + y) * canvas.width() + frame.x() + x;
                int top = part.at(x, y);
                pixels[at] = frame.blend() ? Raster.blend(top, pixels[at]) : top;
            }
        }
        return new Raster(canvas.width(), canvas.height(), pixels);
    }
}
