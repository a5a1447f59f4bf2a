package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.Catalogue;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.check.Parameter;
import weservstatus.check.Rota;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;

/**
 * A parameter that a shipped check is said to prove must show within the hour: the picture that
 * comes without it is another one, beyond the tolerance that the check itself allows. What changes
 * only how the bytes are packed is proven with bytes elsewhere.
 */
class ToldApartTest {
    private static final TestRasters RASTERS = new TestRasters(Card.load());

    private static final List<Expectation> CARD = List.of(new Expectation.CardAsRequested());

    /** Other bytes of the same picture, or another file format. */
    private static final Set<Parameter> OF_THE_PACKING =
            Set.of(
                    Parameter.Q,
                    Parameter.QUALITY,
                    Parameter.L,
                    Parameter.LEVEL,
                    Parameter.AF,
                    Parameter.IL,
                    Parameter.LL,
                    Parameter.LOSSLESS);

    static Stream<Parameter> parameters() {
        return Arrays.stream(Parameter.values())
                .filter(each -> each.standing() == Parameter.Standing.DOCUMENTED)
                .filter(each -> !OF_THE_PACKING.contains(each))
                .filter(each -> each.isProvenBy("/?" + each.label() + "=x", CARD));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void isSeenWithinTheHourWhenItIsNotHeeded(Parameter parameter) throws IOException {
        Rota rota = new Rota(catalogue());

        assertThat(rota.catalogue().active())
                .filteredOn(check -> rota.longestGap(check).compareTo(Duration.ofHours(1)) <= 0)
                .anyMatch(check -> check instanceof HttpCheck http && shows(http, parameter));
    }

    private static boolean shows(HttpCheck check, Parameter parameter) {
        return parameter.isProvenBy(check.path(), check.expectations())
                && check.expectations().containsAll(CARD)
                && isMissed(check.path(), parameter);
    }

    /** Without {@code url} there is no picture at all. */
    private static boolean isMissed(String path, Parameter parameter) {
        return expected(without(path, parameter))
                .map(deaf -> differs(expected(path).orElseThrow(), deaf))
                .orElse(true);
    }

    private static boolean differs(Expected asked, Expected deaf) {
        if (!asked.formats().equals(deaf.formats())) {
            return true;
        }
        ImageFormat format = asked.formats().iterator().next();
        boolean lossless = asked.request().parameters().flag("ll") || format == ImageFormat.PNG;
        List<Raster> wanted = asked.framesAs(format);
        List<Raster> actual = deaf.framesAs(format);
        if (wanted.size() != actual.size()) {
            return true;
        }
        Tolerance tolerance = asked.tolerance(format, lossless);
        List<Boolean> same = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            same.add(
                    sameSize(wanted.get(i), actual.get(i))
                            && Comparison.of(wanted.get(i), actual.get(i), tolerance).isEmpty());
        }
        return same.contains(false);
    }

    private static boolean sameSize(Raster one, Raster other) {
        return one.width() == other.width() && one.height() == other.height();
    }

    private static Optional<Expected> expected(String path) {
        return ImageRequest.of(path)
                .flatMap(request ->
                        request.picture().map(picture -> Expected.of(request, picture, RASTERS)));
    }

    private static String without(String path, Parameter parameter) {
        return "/?"
                + Arrays.stream(path.substring(2).split("&", -1))
                        .filter(pair -> !pair.split("=", 2)[0].equals(parameter.label()))
                        .collect(Collectors.joining("&"));
    }

    private static Catalogue catalogue() throws IOException {
        String text =
                Files.readString(
                        Path.of(System.getProperty("repository.root")).resolve("status.yaml"));
        Catalogue shipped =
                switch (StatusYaml.load("status.yaml", text)) {
                    case Loaded.Valid(var catalogue, var _) -> catalogue;
                    case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
                };
        Target target = shipped.targets().getFirst();
        URI folder = URI.create("https://status.example.org/card");
        return shipped.withTargets(
                List.of(new Target(target.id(), target.url(), Optional.of(folder))));
    }
}
