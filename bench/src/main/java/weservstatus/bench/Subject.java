package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.util.List;
import weservstatus.check.TestPicture;
import weservstatus.image.Card;
import weservstatus.image.Oracle;

/**
 * One card under test.
 *
 * @param oracle the product's own, with this card in place of the shipped one
 * @param source the card as its origin serves it
 * @param honest the source at half its size, as {@link #ASKED} wants it
 */
record Subject(Oracle oracle, BufferedImage source, BufferedImage honest) {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;
    static final String ASKED = "card.png&w=" + WIDTH;
    static final String AS_PNG = ASKED + "&output=png";

    static Subject of(Card card) {
        Oracle oracle = new Oracle(card);
        BufferedImage source = oracle.source(TestPicture.CARD_PNG).getFirst();
        return new Subject(oracle, source, Resampler.LANCZOS.resized(source, WIDTH, HEIGHT));
    }

    /** Frames of another picture that is made from the card. */
    List<BufferedImage> source(TestPicture picture) {
        return oracle.source(picture);
    }
}
