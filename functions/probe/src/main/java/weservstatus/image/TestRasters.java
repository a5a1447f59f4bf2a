package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import weservstatus.check.TestPicture;

/** Draws each test picture as a viewer sees it, from the card's description. */
final class TestRasters {
    /** How long each frame of the animation shows, in milliseconds. */
    static final int FRAME_DELAY = 100;

    private static final int WHITE = 0xffffffff;
    private static final int FLAT = 0xffc86432;
    private static final int GREY = 0xff808080;
    private static final int DISC_RADIUS = 200;
    private static final int CORNER_ALPHA = 0x80000000;

    private final Card card;
    private final Raster whole;

    TestRasters(Card card) {
        this.card = card;
        this.whole = card.drawn(1);
    }

    /** The frames of the picture, one for a still. */
    List<Raster> frames(TestPicture picture) {
        return switch (picture) {
            case CARD_PNG, CARD_JPEG, CARD_WEBP, EXIF6 -> List.of(whole);
            case ALPHA -> List.of(discAndCorner());
            case BORDER -> List.of(card.drawn(2).placed(520, 400, 120, 60, WHITE));
            case ANIMATION -> rolled();
            case FLAT -> List.of(Raster.filled(200, 200, FLAT));
            case GREY -> List.of(Raster.filled(200, 200, GREY));
        };
    }

    /** Side of one cell in the source, in pixels; a plain picture is one cell. */
    static double cellSide(TestPicture picture) {
        return switch (picture) {
            case CARD_PNG, CARD_JPEG, CARD_WEBP, EXIF6, ALPHA -> 80;
            case BORDER -> 40;
            case ANIMATION -> 20;
            case FLAT, GREY -> 200;
        };
    }

    /** An opaque disc in the middle, the lower right corner half transparent, the rest clear. */
    private Raster discAndCorner() {
        int[] pixels = whole.pixels().clone();
        int width = whole.width();
        for (int y = 0; y < whole.height(); y++) {
            for (int x = 0; x < width; x++) {
                if (!isInDisc(x - width / 2, y - whole.height() / 2)) {
                    boolean corner = x >= width * 3 / 4 && y >= whole.height() * 3 / 4;
                    int i = y * width + x;
                    pixels[i] = (pixels[i] & 0xffffff) | (corner ? CORNER_ALPHA : 0);
                }
            }
        }
        return new Raster(width, whole.height(), pixels);
    }

    private static boolean isInDisc(int fromCentreX, int fromCentreY) {
        return fromCentreX * fromCentreX + fromCentreY * fromCentreY <= DISC_RADIUS * DISC_RADIUS;
    }

    /** Four frames, each with the rows one cell further up. */
    private List<Raster> rolled() {
        Raster first = card.drawn(4);
        int cell = 20;
        List<Raster> frames = new ArrayList<>();
        for (int i = 0; i < TestPicture.ANIMATION.frames(); i++) {
            int shift = i * cell;
            Raster frame = first.placed(first.width(), first.height(), 0, -shift, 0);
            Raster rest = first.crop(0, 0, first.width(), Math.max(1, shift));
            frames.add(i == 0 ? first : joined(frame, rest, first.height() - shift));
        }
        return frames;
    }

    private static Raster joined(Raster upper, Raster lower, int y) {
        int[] pixels = upper.pixels().clone();
        System.arraycopy(lower.pixels(), 0, pixels, y * upper.width(), lower.pixels().length);
        return new Raster(upper.width(), upper.height(), pixels);
    }
}
