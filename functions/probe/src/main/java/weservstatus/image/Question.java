package weservstatus.image;

import java.util.Optional;
import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;

/**
 * A picture asked for, as one dialect understands it.
 *
 * @param again a second request, which read the answer to the first and only saved it once more
 */
record Question(
        ImageRequest request, TestPicture source, Dialect dialect, Optional<ImageRequest> again) {

    Question(ImageRequest request, TestPicture source, Dialect dialect) {
        this(request, source, dialect, Optional.empty());
    }

    /** As the recorded build understands it; nothing where the picture cannot be computed. */
    static Optional<Question> of(String path) {
        return ImageRequest.of(path)
                .filter(request -> request.obstacles().isEmpty())
                .flatMap(request ->
                        request.picture()
                                .map(source -> new Question(request, source, Dialect.MEASURED)));
    }

    Question readBackBy(ImageRequest second) {
        return new Question(request, source, dialect, Optional.of(second));
    }

    /** The request that says how the answer is packed. */
    ImageRequest packing() {
        return again.orElse(request);
    }
}
