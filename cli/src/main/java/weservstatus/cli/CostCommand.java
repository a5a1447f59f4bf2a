package weservstatus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weservstatus.check.Catalogue;
import weservstatus.cost.Bill;
import weservstatus.cost.PriceList;
import weservstatus.cost.Setup;

/** Says what a month on AWS costs. */
@Command(
        name = "cost",
        description =
                "Prints what a month of the edition on AWS costs, by configuration, templates and"
                        + " published prices, with and without what is free.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the bill is printed", "2:bad options or configuration"})
final class CostCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    /** Availability, coverage and the slowest of twenty answers, which the review sends. */
    private static final int SENT_METRICS = 3;

    @Mixin private TargetOptions options = new TargetOptions();

    @Option(
            names = "--checks",
            paramLabel = "N",
            description = "As if so many checks were asked in each round; those that are, else.")
    private Optional<Integer> checks = Optional.empty();

    @Option(
            names = "--locations",
            paramLabel = "N",
            description = "As if there were so many places; those of the configuration by default.")
    private Optional<Integer> locations = Optional.empty();

    @Option(
            names = "--views",
            paramLabel = "N",
            description = "Views of the page in a month; 100000 by default.")
    private long views = 100_000;

    private final Surroundings surroundings;

    CostCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = options.load(surroundings.home());
        Setup setup =
                new Setup(
                        number("--checks", checks, asked(catalogue)),
                        checks.isEmpty() && takeTurns(catalogue),
                        number("--locations", locations, catalogue.locations().size()),
                        catalogue.pace().round(),
                        views,
                        stacks(surroundings.home()));
        PriceList prices = PriceList.bundled();
        surroundings.out().print(text(setup, Bill.of(setup, prices), prices));
        surroundings.out().flush();
        return ExitCode.GOOD;
    }

    private static int number(String option, Optional<Integer> given, int usual) {
        int number = given.orElse(usual);
        if (number < 1 || number > MOST) {
            throw new BadInput(
                    "%s: %d is not a number from 1 to %d; write one of this range"
                            .formatted(option, number, MOST));
        }
        return number;
    }

    /** Those that every round asks, and one for all the others together. */
    private static int asked(Catalogue catalogue) {
        Duration round = catalogue.pace().round();
        double due =
                catalogue.active().stream()
                        .map(check -> check.schedule().every())
                        .mapToDouble(every -> (double) round.toMillis() / every.toMillis())
                        .sum();
        return (int) Math.ceil(Math.max(1, due));
    }

    private static boolean takeTurns(Catalogue catalogue) {
        return catalogue.active().stream()
                .anyMatch(
                        check -> check.schedule().every().compareTo(catalogue.pace().round()) > 0);
    }

    private static Setup.Stacks stacks(Path home) {
        String template = read(home.resolve("template.yaml"));
        String further = read(home.resolve("template-probe.yaml"));
        return new Setup.Stacks(
                count(template, "AWS::CloudWatch::Alarm"),
                count(further, "AWS::CloudWatch::Alarm"),
                SENT_METRICS);
    }

    private static int count(String template, String type) {
        return (int) template.lines().filter(line -> line.strip().equals("Type: " + type)).count();
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Setup setup, Bill bill, PriceList prices) {
        Bill unseen = Bill.of(setup.withViews(0), prices);
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d checks in each round, %d places, a round every %d s, %d views a month"
                                + " in which all is well%n"
                                + "prices of %s, %s%n%n%-16s %14s  %-20s %12s %12s%n",
                        setup.checks(),
                        setup.places(),
                        setup.round().toSeconds(),
                        setup.views(),
                        prices.region(),
                        prices.date(),
                        "item",
                        "a month",
                        "unit",
                        "with free $",
                        "at list $"));
        for (Bill.Line line : bill.lines()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-16s %14.3f  %-20s %12.2f %12.2f%n",
                            line.item().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            line.quantity(),
                            line.price().unit(),
                            line.withFree(),
                            line.atList()));
        }
        sum(text, "together", bill.withFree(), bill.atList());
        sum(text, "of that for watching alone", unseen.withFree(), unseen.atList());
        sum(
                text,
                "and for the views of the page",
                bill.withFree() - unseen.withFree(),
                bill.atList() - unseen.atList());
        return text.toString();
    }

    private static void sum(StringBuilder text, String what, double withFree, double atList) {
        text.append(String.format(Locale.ROOT, "%-53s %12.2f %12.2f%n", what, withFree, atList));
    }
}
