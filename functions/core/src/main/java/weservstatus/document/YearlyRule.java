package weservstatus.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Finds the rule behind moments that come once a year, such as the last Sunday of March. */
final class YearlyRule {
    private static final int WEEK = 7;

    private YearlyRule() {}

    /**
     * A rule of RFC 5545.
     *
     * @param moments oldest first
     * @return absent when they are fewer than two or follow no such rule
     */
    static Optional<String> of(List<LocalDateTime> moments) {
        boolean yearly =
                moments.size() > 1
                        && same(moments, LocalDateTime::toLocalTime)
                        && same(moments, LocalDateTime::getMonth)
                        && same(moments, LocalDateTime::getDayOfWeek)
                        && areConsecutive(moments);
        return yearly ? ordinal(moments).map(n -> rule(moments.getFirst(), n)) : Optional.empty();
    }

    private static boolean areConsecutive(List<LocalDateTime> moments) {
        int years = moments.getLast().getYear() - moments.getFirst().getYear();
        return years == moments.size() - 1
                && moments.stream().map(LocalDateTime::getYear).distinct().count() == years + 1L;
    }

    /** The last of its month, or which one, if that is the same each year. */
    private static Optional<Integer> ordinal(List<LocalDateTime> moments) {
        if (moments.stream().map(LocalDateTime::toLocalDate).allMatch(YearlyRule::isLast)) {
            return Optional.of(-1);
        }
        Function<LocalDateTime, Integer> week = moment -> (moment.getDayOfMonth() - 1) / WEEK + 1;
        return Optional.of(moments.getFirst()).filter(_ -> same(moments, week)).map(week);
    }

    private static boolean isLast(LocalDate date) {
        return date.getDayOfMonth() > date.lengthOfMonth() - WEEK;
    }

    private static boolean same(List<LocalDateTime> moments, Function<LocalDateTime, ?> part) {
        return moments.stream().map(part).distinct().count() == 1;
    }

    private static String rule(LocalDateTime moment, int ordinal) {
        String day = moment.getDayOfWeek().name().substring(0, 2).toUpperCase(Locale.ROOT);
        return "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s".formatted(moment.getMonthValue(), ordinal, day);
    }
}
