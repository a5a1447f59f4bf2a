package weservstatus.bench.simulate;

import static weservstatus.bench.simulate.Table.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The peers' rules and ours on the same months. */
public final class Comparison {

    private static final int MONTHS = 200;
    private static final int QUICK_MONTHS = 4;
    private static final double PERCENT = 100;

    private static final List<Peer> RULES =
            List.of(
                    new Ours(),
                    new Pingdom(),
                    new OpenStatus(),
                    new UptimeKuma(),
                    new Route53(),
                    new Gatus(),
                    new UptimeRobot());

    private Comparison() {}

    /** The tables, as lines of Markdown. */
    public static List<String> tables(long seed, boolean quick) {
        int months = quick ? QUICK_MONTHS : MONTHS;
        Table table =
                new Table(
                        "The same "
                                + months
                                + " months for everybody: 8 outages each, median 150 s, half refused,"
                                + " half black holes; 0.2 % of probes lost by chance",
                        "rule",
                        "how",
                        "detection, s: mean, p95, max",
                        "outages not seen",
                        "false alarms in 30 days",
                        "error of a month's uptime, points: mean, p95, max");
        for (Peer rule : RULES) {
            Score score = score(rule, months, new Chance(seed));
            table.row(
                    rule.name(),
                    rule.rule(),
                    score.seconds().text(0),
                    number(score.missedRatio() * PERCENT, 1) + " %",
                    number(score.falseAlarmsPerMonth(), 2),
                    score.errors().text(4));
        }
        List<String> lines = new ArrayList<>(table.lines());
        List<Peer> peers = RULES.subList(1, RULES.size());
        lines.addAll(RareErrors.table(peers, months, seed).lines());
        return lines;
    }

    static Score score(Peer rule, int months, Chance chance) {
        List<Month> all =
                IntStream.range(0, months)
                        .mapToObj(number -> Month.of(chance, number, World.Noise.STANDARD))
                        .toList();
        List<Peer.Report> reports =
                all.parallelStream()
                        .map(month -> rule.watch(month.world(), month.window(), month.chance()))
                        .toList();
        Score score = new Score();
        for (int i = 0; i < months; i++) {
            score.add(all.get(i), reports.get(i));
        }
        return score;
    }
}
