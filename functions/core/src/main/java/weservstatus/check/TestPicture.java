package weservstatus.check;

import java.util.Arrays;
import java.util.Optional;

/**
 * The pictures of the test card that an origin serves. Size, frames and alpha are those a viewer
 * sees, so {@link #EXIF6}, stored lying on its side, counts as 640 by 480.
 */
public enum TestPicture {
    CARD_PNG("card.png", ImageFormat.PNG, 640, 480, 1),
    CARD_JPEG("card.jpg", ImageFormat.JPEG, 640, 480, 1),
    CARD_WEBP("card.webp", ImageFormat.WEBP, 640, 480, 1),
    ALPHA("card-alpha.png", ImageFormat.PNG, 640, 480, 1),
    BORDER("card-border.png", ImageFormat.PNG, 520, 400, 1),
    EXIF6("card-exif6.jpg", ImageFormat.JPEG, 640, 480, 1),
    ANIMATION("card-anim.gif", ImageFormat.GIF, 160, 120, 4),
    FLAT("flat.png", ImageFormat.PNG, 200, 200, 1),
    GREY("grey128.png", ImageFormat.PNG, 200, 200, 1);

    private final String file;
    private final ImageFormat format;
    private final int width;
    private final int height;
    private final int frames;

    TestPicture(String file, ImageFormat format, int width, int height, int frames) {
        this.file = file;
        this.format = format;
        this.width = width;
        this.height = height;
        this.frames = frames;
    }

    public static Optional<TestPicture> ofFile(String file) {
        return Arrays.stream(values()).filter(picture -> picture.file.equals(file)).findFirst();
    }

    public String file() {
        return file;
    }

    public ImageFormat format() {
        return format;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int frames() {
        return frames;
    }
}
