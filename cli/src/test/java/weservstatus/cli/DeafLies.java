package weservstatus.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Parameters that the service does not heed, or takes for others. */
final class DeafLies {
    private DeafLies() {}

    static List<Lie> all() {
        return List.of(
                Lie.mishearing("w is ignored", DeafLies::withoutWidth),
                Lie.mishearing("h is ignored", asked -> ignoring(asked, "h=240&nonce", "h")),
                Lie.mishearing("w is taken for 333", asked -> widthTakenFor333(asked)),
                fit("fit=cover is ignored", "cover", "inside"),
                fit("fit=contain is ignored", "contain", "inside"),
                fit("fit=fill is ignored", "fill", "inside"),
                fit("fit=cover squeezes", "cover", "fill"),
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
                Lie.mishearing("q is ignored", asked -> asked.without("q")),
                Lie.mishearing("n is ignored", asked -> ofGif(asked) ? asked.without("n") : asked),
                Lie.mishearing(
                        "n=-1 gives two frames",
                        asked -> ofGif(asked) ? asked.with("n", "2") : asked),
                Lie.mishearing(
                        "the crop is ignored",
                        asked -> asked.without("cx").without("cy").without("cw").without("ch")),
                Lie.of("the crop is elsewhere", DeafLies::cropElsewhere),
                Lie.mishearing("maxage is ignored", asked -> asked.without("maxage")),
                Lie.mishearing("maxage=1d gives 31d", asked -> asked.with("maxage", "31d")),
                Lie.of(
                        "filename is ignored",
                        (asked, told) ->
                                told.header(
                                        "Content-Disposition", v -> v.replace("hello", "image"))),
                Lie.mishearing("encoding is ignored", asked -> asked.without("encoding")),
                Lie.mishearing("default is ignored", asked -> deafToDefault(asked)),
                Lie.of(
                        "default leads elsewhere",
                        (asked, told) ->
                                told.header(
                                        "Location", v -> "https://elsewhere.example/other.png")),
                Lie.mishearing("bg is ignored", asked -> asked.with("bg", "bogus")),
                Lie.mishearing("ll is ignored", asked -> asked.without("ll")),
                Lie.mishearing("ro is ignored", asked -> asked.without("ro")),
                Lie.mishearing("il is ignored", asked -> asked.without("il")),
                Lie.mishearing("gam is ignored", asked -> asked.without("gam")),
                Lie.of(
                        "mask is ignored",
                        (asked, told) ->
                                asked.has("mask")
                                        ? Painting.repainted(told, Painting::opaque)
                                        : told),
                Lie.mishearing("ro turns the other way", asked -> asked.with("ro", "270")),
                Lie.mishearing("flip is ignored", asked -> asked.without("flip")),
                Lie.mishearing("flop is ignored", asked -> asked.without("flop")),
                Lie.mishearing("trim is ignored", asked -> asked.without("trim")),
                Lie.mishearing("filt is ignored", asked -> asked.without("filt")),
                Lie.mishearing("a is ignored", asked -> asked.with("a", "center")),
                Lie.mishearing("dpr is ignored", asked -> asked.without("dpr")),
                Lie.mishearing("page is ignored", asked -> asked.without("page")),
                Lie.mishearing("cbg is ignored", asked -> asked.without("cbg")),
                Lie.mishearing("EXIF orientation is ignored", DeafLies::lyingOnItsSide));
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

    private static Asked withoutWidth(Asked asked) {
        Set<String> plain = Set.of("w=320&nonce", "w=32&max");
        return plain.stream().anyMatch(asked::says)
                ? asked.without("w").without("maxage")
                : asked.says("w=320&h=240") ? asked.without("w") : asked;
    }

    private static Asked widthTakenFor333(Asked asked) {
        return asked.says("card.png&w=320&nonce") ? asked.with("w", "333") : asked;
    }

    private static Asked ignoring(Asked asked, String where, String parameter) {
        return asked.says(where) ? asked.without(parameter) : asked;
    }

    private static Told cropElsewhere(Asked asked, Told told) {
        return asked.has("cx")
                ? Painting.repainted(
                        told, p -> Painting.each(card().getSubimage(160, 160, 160, 160), q -> q))
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

    private static Asked deafToDefault(Asked asked) {
        return asked.has("default")
                ? new Asked(asked.method(), asked.request().replace("nope.jpg", "status/404"))
                        .without("default")
                : asked;
    }

    private static Asked lyingOnItsSide(Asked asked) {
        return asked.says("card-exif6.jpg") ? asked.withAlso("ro=90") : asked;
    }
}
