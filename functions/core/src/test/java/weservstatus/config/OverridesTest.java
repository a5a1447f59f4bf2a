package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Lack;
import weservstatus.config.Overrides.Outcome;

class OverridesTest {
    private static final Path DEFAULT =
            Path.of(System.getProperty("repository.root"), "status.yaml");

    @Test
    void replacesWhatTheFirstTargetSays() throws IOException {
        Catalogue changed = applied("https://images.example.org/", "http://card.example/c/", null);

        assertThat(changed.targets().getFirst().url())
                .isEqualTo(URI.create("https://images.example.org"));
        assertThat(changed.targets().getFirst().origin())
                .hasValue(URI.create("http://card.example/c"));
        assertThat(changed.off()).isEmpty();
        assertThat(changed.active()).noneMatch(Check::onlyWithoutOrigin);
    }

    @Test
    void aPlainTargetTurnsTheCertificateOff() throws IOException {
        Catalogue plain = applied("http://images.example.org", null, null);
        Catalogue secure = applied("https://images.example.org", null, null);

        assertThat(plain.off(Lack.TLS)).map(check -> check.id().value()).contains("certificate");
        assertThat(plain.active()).noneMatch(check -> check.id().value().equals("certificate"));
        assertThat(plain.off()).containsAll(plain.off(Lack.ORIGIN));
        assertThat(secure.off(Lack.TLS)).isEmpty();
        assertThat(secure.active()).anyMatch(check -> check.id().value().equals("certificate"));
    }

    @Test
    void changesNothingWhenNothingIsGiven() throws IOException {
        assertThat(applied(null, null, null)).isEqualTo(standard());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, https://www.gstatic.com/generate_204",
                "https://wsrv.nl, -, https://www.gstatic.com/generate_204",
                "http://localhost:8000, -, -",
                "http://localhost:8000, https://a.example/x, https://a.example/x",
                "-, none, -",
                "-, http://a.example/x, http://a.example/x"
            })
    void givesAPrivateTargetNoControlUnlessOneIsGiven(
            @Nullable String target, @Nullable String control, @Nullable URI expected)
            throws IOException {
        assertThat(applied(target, null, control).control())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void namesEveryFaultAtOnce() throws IOException {
        assertThat(apply("wsrv.nl", "ftp://x/y", "nothing"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .containsExactly(
                                                "--target: \"wsrv.nl\" is not the URL of a server;"
                                                        + " write scheme and host without a path,"
                                                        + " like https://wsrv.nl",
                                                "--origin: \"ftp://x/y\" is not the URL of a"
                                                        + " folder; write it without ? and #, like"
                                                        + " https://status.example.org/card",
                                                "--control: \"nothing\" is not an http or https"
                                                        + " URL; write it like"
                                                        + " https://other.example.org/, or none"));
    }

    private static Catalogue applied(
            @Nullable String target, @Nullable String origin, @Nullable String control)
            throws IOException {
        return switch (apply(target, origin, control)) {
            case Outcome.Applied(var catalogue) -> catalogue;
            case Outcome.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    private static Outcome apply(
            @Nullable String target, @Nullable String origin, @Nullable String control)
            throws IOException {
        return new Overrides(
                        Optional.ofNullable(target),
                        Optional.ofNullable(origin),
                        Optional.ofNullable(control))
                .apply(standard(), "localhost"::equals);
    }

    private static Catalogue standard() throws IOException {
        return switch (StatusYaml.load("status.yaml", Files.readString(DEFAULT))) {
            case Loaded.Valid(var catalogue, var _) -> catalogue;
            case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
        };
    }
}
