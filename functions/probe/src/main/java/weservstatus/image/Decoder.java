package weservstatus.image;

import java.util.List;

/** Turns a file whose structure is known into frames of pixels. */
@FunctionalInterface
interface Decoder {

    /**
     * The frames as shown, one for a still.
     *
     * @throws UnreadableException when the file's content cannot be decoded
     */
    List<Raster> frames(PictureFacts facts, Bytes bytes) throws UnreadableException;
}
