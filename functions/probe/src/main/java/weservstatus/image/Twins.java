package weservstatus.image;

import java.util.Optional;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Proof;

/** Puts a good answer's picture beside the computed one, for people with browsers. */
record Twins(Expected expected, Decoder decoder) {

    /** Both pictures, absent when what came is no picture that can be shown. */
    Optional<Proof> of(Answer answer) {
        try {
            Bytes bytes = Payload.of(answer).bytes();
            Optional<ImageFormat> format = PictureFile.formatOf(bytes);
            return format.isPresent() ? Optional.of(beside(format.get(), bytes)) : Optional.empty();
        } catch (UnreadableException noPicture) {
            return Optional.empty();
        }
    }

    private Proof beside(ImageFormat format, Bytes bytes) throws UnreadableException {
        Raster wanted = expected.framesAs(format).getFirst();
        byte[] computed = wanted.png();
        return switch (format) {
            case JPEG, PNG, GIF, WEBP, AVIF ->
                    new Proof(
                            bytes.data(),
                            format.mediaType(),
                            computed,
                            wanted.width(),
                            wanted.height());
            case TIFF -> {
                PictureFacts facts = PictureFile.read(format, bytes);
                byte[] shown = decoder.frames(facts, bytes).getFirst().png();
                yield new Proof(
                        shown,
                        ImageFormat.PNG.mediaType(),
                        computed,
                        wanted.width(),
                        wanted.height());
            }
        };
    }
}
