package io.zrs.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class NearMiss {
    private NearMiss() {}

    /**
     * The candidate nearest to {@code typed}, if one is near enough: a third of its letters wrong, missing, too many or
     * swapped with their neighbour; or one that starts with what was typed. Nearest of all is one that only has a slash in
     * front, or lacks it.
     */
    public static Optional<String> of(String typed, Collection<String> candidates) {
        int limit = Math.max(1, (typed.length() + 1) / 3);
        return candidates.stream()
                .filter(candidate -> distance(typed, candidate) <= limit || begins(candidate, typed))
                .min(Comparator.comparing((String candidate) -> !differsByASlash(typed, candidate))
                        .thenComparing(candidate -> distance(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean differsByASlash(String a, String b) {
        return a.equals("/" + b) || b.equals("/" + a);
    }

    private static boolean begins(String candidate, String typed) {
        return typed.length() > 1 && candidate.startsWith(typed);
    }

    /** Damerau and Levenshtein's distance, where a swapped pair is not touched again. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (isSwap(a, i, b, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
