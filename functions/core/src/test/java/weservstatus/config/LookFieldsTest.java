package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.Look;

/** What the owner may change of the page's looks. */
class LookFieldsTest {
    private static final String SHIPPED = Checkout.read("status.yaml");
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";

    @Test
    void changesNothingByItself() {
        assertThat(Checkout.defaultCatalogue().page().look()).isEqualTo(Look.PLAIN);
    }

    @Test
    void takesLogoColourLinksAndFooter() {
        Look look =
                look(
                        """
                          logo: |
                            %s
                          colour: {light: "#7A1FA2", dark: "#d9a6f2"}
                          links:
                            - {name: Website, url: "https://example.org/"}
                          footer: Run by the people of Example.
                        """
                                .formatted(SVG));

        assertThat(look.logo().map(Look.Logo::mediaType)).contains("image/svg+xml");
        assertThat(look.colour()).contains(new Look.Accent("#7a1fa2", "#d9a6f2"));
        assertThat(look.links())
                .isEqualTo(List.of(new Look.Link("Website", URI.create("https://example.org/"))));
        assertThat(look.footer()).isEqualTo(Optional.of("Run by the people of Example."));
    }

    private static Look look(String keys) {
        return Checkout.valid("status.yaml", withPage(keys)).page().look();
    }

    private static String withPage(String keys) {
        return SHIPPED.replaceFirst("(?m)^page:\n", "page:\n" + keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    colour: {light: "#ffee00", dark: "#8db2ff"}                   | contrast of only 1.1 on the light page, less than 4.5
                    colour: {light: "#2f62c4", dark: "#2f62c4"}                   | contrast of only 3.0 on the dark page, less than 4.5
                    colour: {light: "blue", dark: "#8db2ff"}                      | "blue" is not a colour
                    colour: {light: "#2f62c4"}                                    | dark
                    logo: logo.svg                                                | "logo.svg" is no logo
                    logo: "data:image/png;base64,AAAA"                            | is no logo
                    links: [{name: Website, url: "javascript:alert(1)"}]          | is not an http or https URL
                    links: [{name: Website, url: "https://a.example", icon: x}]   | icon
                    footer: ""                                                    | is not one line of 1 to 300 characters
                    """)
    void refusesWhatCouldNotBeReadOrShown(String key, String reason) {
        List<Fault> faults = faults("  " + key + "\n");

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().text()).contains("page.", reason);
    }

    @Test
    void refusesALogoThatIsAPhoto() {
        String large = SVG.replace("></svg>", ">" + "x".repeat(33_000) + "</svg>");

        assertThat(faults("  logo: '" + large + "'\n")).hasSize(1);
    }

    private static List<Fault> faults(String keys) {
        return switch (StatusYaml.load("status.yaml", withPage(keys))) {
            case Loaded.Invalid(var faults) -> faults;
            case Loaded.Valid valid ->
                    throw new AssertionError("taken: " + valid.catalogue().page());
        };
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.0", "#777777, #ffffff, 4.4", "#ffffff, #ffffff, 1.0"})
    void computesTheRatiosOfTheStandard(String one, String other, double ratio) {
        assertThat(Math.floor(Contrast.ratio(one, other) * 10) / 10).isEqualTo(ratio);
        assertThat(Contrast.ratio(other, one)).isEqualTo(Contrast.ratio(one, other));
    }
}
