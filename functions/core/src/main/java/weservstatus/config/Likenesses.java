package weservstatus.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import weservstatus.check.Likeness;

/** How a step says what its picture must be: one key says which, its value names a step. */
final class Likenesses {
    private Likenesses() {}

    static Reader<Likeness> any() {
        return new OneKey<>(
                "something about a picture",
                List.of(
                        Field.required(
                                "file",
                                Scalars.choice(Map.of("whole", new Likeness.Whole())),
                                "It is the picture that its Content-Type names, and every pixel"
                                        + " decodes.",
                                "file: whole"),
                        beside(
                                "same-as",
                                Likeness.SameAs::new,
                                "It has the very pixels of that step's picture, whatever the"
                                        + " format."),
                        beside(
                                "other-than",
                                Likeness.OtherThan::new,
                                "It has the size of that step's picture, but not its pixels."),
                        beside(
                                "half-of",
                                Likeness.HalfOf::new,
                                "It is that step's picture at half its width and height."),
                        beside(
                                "facts-of",
                                Likeness.FactsOf::new,
                                "It is no picture but JSON, and tells the facts of that step's"
                                        + " picture."),
                        beside(
                                "card-of",
                                Likeness.CardOf::new,
                                "It is the test card after what that step asked for, in the format"
                                        + " that this one asks for.")));
    }

    private static Field<Likeness> beside(
            String name, Function<String, Likeness> of, String description) {
        return Field.required(name, Scalars.slug().map(of), description, name);
    }
}
