package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Component;
import weservstatus.check.HttpCheck;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.check.Pace;
import weservstatus.check.Parameter;
import weservstatus.check.Target;
import weservstatus.time.Slot;

class ShippedFilesTest {
    private static final URI CARD = URI.create("https://status.example.org/card");

    @ParameterizedTest
    @ValueSource(strings = {"status.yaml", "local/src/main/resources/demo/status.yaml"})
    void areValid(String file) {
        assertThat(StatusYaml.load(file, Checkout.read(file))).isInstanceOf(Loaded.Valid.class);
    }

    @Test
    void defaultWatchesTheLiveServiceWithoutAnOrigin() {
        Catalogue catalogue = Checkout.defaultCatalogue();

        assertThat(catalogue.targets())
                .extracting(Target::url, Target::origin)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                URI.create("https://wsrv.nl"), Optional.empty()));
        assertThat(catalogue.control()).isPresent();
        assertThat(catalogue.control().orElseThrow().getHost()).doesNotContain("wsrv");
    }

    @Test
    void everyComponentIsCheckedWithAndWithoutAnOrigin() {
        for (Catalogue catalogue : List.of(Checkout.defaultCatalogue(), withOrigin())) {
            assertThat(catalogue.components())
                    .allSatisfy(each -> assertThat(catalogue.checksOf(each.id())).isNotEmpty());
        }
    }

    @Test
    void vitalChecksRunInEveryRoundAndCoverBothHalvesOfTheService() {
        for (Catalogue catalogue : List.of(Checkout.defaultCatalogue(), withOrigin())) {
            List<Check> vital = catalogue.active().stream().filter(Check::vital).toList();

            assertThat(vital).allMatch(c -> c.schedule().every().equals(Pace.STANDARD.round()));
            assertThat(vital)
                    .extracting(check -> check.cachePath().name())
                    .containsExactly("NONE", "HIT", "MISS");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void theBudgetIsKeptWithRoomToAskAgain(int locations) {
        for (Catalogue catalogue : List.of(Checkout.defaultCatalogue(), withOrigin())) {
            assertThat(plan(catalogue, locations).costs())
                    .allMatch(HourPlan.Cost::isKept)
                    .allMatch(cost -> cost.reserve().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void everyDocumentedParameterIsProvenWithinTheHour(int locations) {
        HourPlan plan = plan(withOrigin(), locations);

        assertThat(plan.coverage()).filteredOn(each -> !each.isKept()).isEmpty();
        assertThat(plan.coverage())
                .filteredOn(each -> each.parameter().standing() == Parameter.Standing.DOCUMENTED)
                .hasSizeGreaterThanOrEqualTo(58);
        assertThat(plan.isKept()).isTrue();
    }

    @Test
    void withAnOriginNoCheckNeedsAnyOtherPictureOfTheInternet() {
        assertThat(withOrigin().active())
                .filteredOn(HttpCheck.class::isInstance)
                .map(check -> ((HttpCheck) check).path())
                .noneMatch(path -> path.contains("lichtenstein"));
    }

    @Test
    void withoutAnOriginTheMonitorsThatWereAskedForRun() {
        assertThat(Checkout.defaultCatalogue().active())
                .extracting(check -> check.id().value())
                .contains("home", "cached-sample", "resize-sample", "quota", "private-address");
    }

    @Test
    void demoIsLabelledAndFast() {
        Catalogue demo = Checkout.catalogue("local/src/main/resources/demo/status.yaml");

        assertThat(demo.page().notice().orElseThrow()).startsWith("Demo:");
        assertThat(demo.pace().round()).hasSeconds(3);
        assertThat(demo.checks()).hasSizeBetween(12, 18);
        assertThat(demo.off()).isEmpty();
        assertThat(demo.components())
                .extracting(Component::id)
                .allSatisfy(id -> assertThat(demo.checksOf(id)).isNotEmpty());
    }

    @Test
    void brokenWebpConcernsOneOfSeveralFormatsInTheDemo() {
        Catalogue demo = Checkout.catalogue("local/src/main/resources/demo/status.yaml");
        List<HttpCheck> webp =
                demo.checks().stream()
                        .map(HttpCheck.class::cast)
                        .filter(check -> check.path().contains("output=webp"))
                        .toList();

        assertThat(webp).hasSize(1).noneMatch(HttpCheck::vital);
        assertThat(demo.checksOf(webp.getFirst().component())).hasSizeGreaterThan(4);
    }

    private static HourPlan plan(Catalogue catalogue, int locations) {
        List<Location> places =
                IntStream.range(0, locations)
                        .mapToObj(place -> "place-" + place)
                        .map(id -> new Location(new LocationId(id), id))
                        .toList();
        return new HourPlan(
                catalogue.withLocations(places),
                Slot.containing(Instant.EPOCH, catalogue.pace().round()));
    }

    private static Catalogue withOrigin() {
        Catalogue catalogue = Checkout.defaultCatalogue();
        Target target = catalogue.targets().getFirst();
        return catalogue.withTargets(
                List.of(new Target(target.id(), target.url(), Optional.of(CARD), target.budget())));
    }
}
