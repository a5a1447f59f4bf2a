package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.Allowance;
import weservstatus.check.Allowance.Requests;
import weservstatus.check.Budget;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.check.Rota;
import weservstatus.check.Target;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.verdict.Verdicts;

/**
 * What one location may ask of the targets that count requests. What it has sent is read from the
 * stored rounds, so that a restart forgets nothing. Vital checks wait for nothing; whatever else
 * costs a request waits for room.
 */
final class Spending {
    private final Catalogue catalogue;
    private final Rota rota;
    private final LocationId location;
    private final RoundStore rounds;

    Spending(Catalogue catalogue, LocationId location, RoundStore rounds) {
        this.catalogue = catalogue;
        this.rota = new Rota(catalogue);
        this.location = location;
        this.rounds = rounds;
    }

    /** As of a moment within the slot, or just after it. */
    Purse at(Slot slot, Instant now) {
        return new Purse(slot, now, rounds.list(location, window(now)));
    }

    private Interval window(Instant now) {
        Duration round = catalogue.pace().round();
        return new Interval(now.minus(Budget.WINDOW).minus(round), now.plus(round));
    }

    /** What may be asked at one moment. */
    final class Purse {
        private final Slot slot;
        private final Instant now;
        private final List<Round> recent;

        private Purse(Slot slot, Instant now, List<Round> recent) {
            this.slot = slot;
            this.now = now;
            this.recent = recent;
        }

        /** The slot's round of that number, if it is stored. */
        Optional<Round> stored(int number) {
            return window(now).contains(slot.start())
                    ? recent.stream()
                            .filter(round -> round.slot().equals(slot) && round.number() == number)
                            .findFirst()
                    : rounds.find(location, slot, number);
        }

        /**
         * Of the looks those that there is room for: in their order, so that one that needs more
         * room is not overtaken for ever. What asking again may need is left, more while a failing
         * check still waits for it.
         *
         * @param certain what the same round asks anyway
         */
        List<Check> looks(List<Check> certain, List<Check> wanted) {
            List<Check> affordable = new ArrayList<>();
            for (Target target : catalogue.targets()) {
                List<Check> here = of(target, wanted);
                affordable.addAll(
                        target.budget()
                                .map(budget -> looks(target, budget, of(target, certain), here))
                                .orElse(here));
            }
            return affordable;
        }

        private List<Check> looks(
                Target target, Budget budget, List<Check> certain, List<Check> wanted) {
            int left = rota.leftToAskAgain(target.id()) + requests(owed(target));
            int room = room(target, budget, requests(certain)) - left;
            int most = new Allowance(budget, now, List.of(), planned(target, 0)).room() - left;
            List<Check> affordable = new ArrayList<>();
            for (Check check : wanted) {
                int cost = check.uncachedRequests();
                if (cost <= room) {
                    affordable.add(check);
                    room -= cost;
                } else if (cost <= most) {
                    break;
                }
            }
            return affordable;
        }

        /** What a failing check, not a vital one, may still want: its repeats come before looks. */
        private List<Check> owed(Target target) {
            return of(
                    target,
                    Verdicts.toConfirm(catalogue, recent, location, now).stream()
                            .flatMap(id -> catalogue.find(id).stream())
                            .filter(check -> !check.vital())
                            .toList());
        }

        /**
         * Of the checks those that may be asked again: vital ones first, and what one repeat of
         * them costs is left by the others. Where there is room for one repeat only, it is kept
         * until it can confirm what was seen: at once it could but clear it.
         */
        List<Check> repeats(List<Check> wanted) {
            List<Check> affordable = new ArrayList<>(wanted);
            for (Target target : catalogue.targets()) {
                target.budget()
                        .ifPresent(budget -> {
                            List<Check> here = of(target, wanted);
                            affordable.removeAll(here);
                            affordable.addAll(repeats(target, budget, here));
                        });
            }
            return wanted.stream().filter(affordable::contains).toList();
        }

        private List<Check> repeats(Target target, Budget budget, List<Check> wanted) {
            int kept = Math.max(0, rota.vitalRequests(target.id()) - vitalRepeats(target));
            int room = room(target, budget, isAsked() ? 0 : requests(due(target, slot)));
            List<Check> affordable = new ArrayList<>();
            for (Check check : Budget.vitalFirst(wanted)) {
                int needed = check.uncachedRequests() * (isDecisive(check) ? 1 : 2);
                if (needed <= room - (check.vital() ? 0 : kept)) {
                    affordable.add(check);
                    room -= needed;
                }
            }
            return affordable;
        }

        private int room(Target target, Budget budget, int certain) {
            return new Allowance(budget, now, sent(target), planned(target, certain)).room();
        }

        /** By the end of its round, the latest moment of its last request. */
        private List<Requests> sent(Target target) {
            return recent.stream()
                    .map(round -> new Requests(round.finished(), requests(asked(target, round))))
                    .toList();
        }

        /** What waits for nothing, from now on until now has left every ten minutes. */
        private List<Requests> planned(Target target, int certain) {
            List<Requests> planned = new ArrayList<>();
            planned.add(new Requests(now, certain));
            Instant end = now.plus(Budget.WINDOW);
            for (Slot next = slot.next(); next.start().isBefore(end); next = next.next()) {
                List<Check> vital = due(target, next).stream().filter(Check::vital).toList();
                planned.add(new Requests(next.start(), requests(vital)));
            }
            return planned;
        }

        private List<Check> due(Target target, Slot when) {
            return of(target, rota.due(location, when));
        }

        private boolean isAsked() {
            return recent.stream()
                    .anyMatch(round -> round.slot().equals(slot) && round.number() == 0);
        }

        private int vitalRepeats(Target target) {
            return requests(
                    recent.stream()
                            .filter(round -> round.number() > 0)
                            .flatMap(round -> asked(target, round).stream())
                            .filter(Check::vital)
                            .toList());
        }

        /** Whether a bad answer now would agree with the first one. */
        private boolean isDecisive(Check check) {
            Duration apart = Verdicts.apart(catalogue, check);
            return recent.stream()
                    .filter(round -> round.number() == 0)
                    .flatMap(round -> round.of(check.id()).stream())
                    .filter(observation -> observation.result() == Result.FAILED)
                    .noneMatch(observation -> observation.started().plus(apart).isAfter(now));
        }
    }

    private List<Check> asked(Target target, Round round) {
        Stream<CheckId> asked =
                round.observations().stream()
                        .filter(observation -> observation.result() != Result.NO_DATA)
                        .map(Observation::check);
        return of(target, asked.flatMap(id -> catalogue.find(id).stream()).toList());
    }

    private static int requests(List<Check> checks) {
        return checks.stream().mapToInt(Check::uncachedRequests).sum();
    }

    private static List<Check> of(Target target, List<Check> checks) {
        return checks.stream().filter(check -> check.target().equals(target.id())).toList();
    }
}
