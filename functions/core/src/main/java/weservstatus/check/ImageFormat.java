package weservstatus.check;

import java.util.Arrays;
import java.util.Optional;

/** Picture formats that the service writes, named as in its {@code output} parameter. */
public enum ImageFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif"),
    TIFF("tiff", "image/tiff");

    private final String label;
    private final String mediaType;

    ImageFormat(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** The value of {@code output} that asks for it, also its name in status.yaml. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<ImageFormat> ofLabel(String label) {
        return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
    }
}
