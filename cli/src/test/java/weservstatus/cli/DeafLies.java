package weservstatus.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Values that the service does not know, or takes for others. */
final class DeafLies {
    private DeafLies() {}

    static List<Lie> all() {
        return List.of(
                Lie.mishearing("w is taken for 333", asked -> widthTakenFor333(asked)),
                Lie.mishearing(
                        "fit=cover is ignored",
                        asked -> asked.says("fit=cover&cx") ? asked.without("fit") : asked),
                fit("fit=contain is ignored", "contain", "inside"),
                fit("fit=fill is ignored", "fill", "inside"),
                fit("fit=fill cuts", "fill", "cover"),
                fit("fit=inside covers", "inside", "cover"),
                fit("fit=contain covers", "contain", "cover"),
                output("output=jpg is ignored", "jpg"),
                output("output=webp is ignored", "webp"),
                output("output=avif is ignored", "avif"),
                output("output=gif is ignored", "gif"),
                output("output=tiff is ignored", "tiff"),
                output("output=png is ignored", "png"),
                output("output=json is ignored", "json"),
                Lie.mishearing(
                        "n=-1 gives two frames",
                        asked -> ofGif(asked) ? asked.with("n", "2") : asked),
                Lie.of("the crop is elsewhere", DeafLies::cropElsewhere),
                Lie.of(
                        "maxage=1d gives 31d",
                        (asked, told) ->
                                told.header("Cache-Control", v -> v.replace("86400", "2678400"))),
                Lie.of(
                        "filename is ignored",
                        (asked, told) ->
                                told.header(
                                        "Content-Disposition", v -> v.replace("photo1", "image"))),
                Lie.of(
                        "default leads elsewhere",
                        (asked, told) ->
                                told.header(
                                        "Location", v -> "https://elsewhere.example/other.png")),
                Lie.of(
                        "mask is ignored",
                        (asked, told) ->
                                asked.has("mask")
                                        ? Painting.repainted(told, Painting::opaque)
                                        : told),
                Lie.mishearing("a is ignored", asked -> asked.with("a", "center")));
    }

    private static boolean ofGif(Asked asked) {
        return asked.has("n") && !asked.has("output");
    }

    private static Lie fit(String name, String asked, String heard) {
        // An unknown fit is an inside fit; the recordings have it as "bogus" too.
        return Lie.mishearing(
                name,
                request ->
                        request.says("fit=" + asked + "&nonce")
                                ? request.with("fit", heard)
                                : request);
    }

    private static Lie output(String name, String format) {
        UnaryOperator<Asked> deaf =
                asked -> asked.says("output=" + format) ? withoutOutput(asked) : asked;
        return Lie.mishearing(name, deaf);
    }

    /** Of two sizes, the recordings hold only one without the output. */
    private static Asked withoutOutput(Asked asked) {
        if (asked.says("card.jpg")) {
            return asked.with("output", "jpg");
        }
        if (asked.says("card-a")) {
            return asked;
        }
        return asked.says("w=32&")
                ? asked.without("output").without("filename")
                : asked.without("output").without("q").without("ll").without("il");
    }

    private static Asked widthTakenFor333(Asked asked) {
        return asked.says("card.png&w=320&nonce") ? asked.with("w", "333") : asked;
    }

    private static Told cropElsewhere(Asked asked, Told told) {
        return asked.has("cx")
                ? Painting.repainted(
                        told, p -> Painting.each(card().getSubimage(160, 160, 120, 120), q -> q))
                : told;
    }

    private static BufferedImage card() {
        try {
            return ImageIO.read(
                    CommandRun.HOME
                            .resolve("local/src/main/resources/demo/origin/card.png")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
