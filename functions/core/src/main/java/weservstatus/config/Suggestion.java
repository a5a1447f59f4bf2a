package weservstatus.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What an owner may have meant by a word that is not known. */
public final class Suggestion {
    private static final int FARTHEST = 2;

    private Suggestion() {}

    /** A remedy: the one word that is close, else all that are known. */
    public static String among(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "remove it, or define it first";
        }
        return closest(word, known)
                .map(Suggestion::didYouMean)
                .orElseGet(() -> "known here: " + String.join(", ", known));
    }

    static String didYouMean(String word) {
        return "did you mean \"" + word + "\"?";
    }

    static Optional<String> closest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(other -> isClose(lower, other.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(o -> distance(lower, o.toLowerCase(Locale.ROOT))));
    }

    private static boolean isClose(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        if (shorter >= 3 && (other.startsWith(word) || word.startsWith(other))) {
            return true;
        }
        return distance(word, other) <= Math.min(FARTHEST, shorter / 2);
    }

    /** Levenshtein's distance: letters to add, remove or replace. */
    static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            above = nextRow(above, left.charAt(row - 1), row, right);
        }
        return above[right.length()];
    }

    private static int[] nextRow(int[] above, char letter, int row, String right) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int replaced = above[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
            int addedOrRemoved = Math.min(above[column], current[column - 1]) + 1;
            current[column] = Math.min(replaced, addedOrRemoved);
        }
        return current;
    }
}
