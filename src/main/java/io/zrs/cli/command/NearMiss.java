package io.zrs.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class NearMiss {
    private NearMiss() {}

    /**
     * The candidate nearest to {@code typed}, if one is near enough: a third of its letters wrong, missing, too many or
     * swapped with their neighbour; or one that starts with what was typed. Capitals do not count. Nearest of all is one
     * that is the same but for a slash in front, or for the path and the ending that a script has: {@code talker} and
     * {@code ./talker.py}.
     */
    public static Optional<String> of(String typed, Collection<String> candidates) {
        int limit = Math.max(1, (typed.length() + 1) / 3);
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Candidate> near = new ArrayList<>();
        for (String name : candidates) {
            Candidate candidate = Candidate.of(wanted, name);
            if (candidate.same || candidate.distance <= limit || begins(name, typed)) {
                near.add(candidate);
            }
        }
        return near.stream()
                .min(Comparator.comparing((Candidate candidate) -> !candidate.same)
                        .thenComparingInt(Candidate::distance)
                        .thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** One that may have been meant; {@code same} where nothing but what surrounds the word differs. */
    private record Candidate(String name, boolean same, int distance) {
        static Candidate of(String wanted, String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            String word = word(wanted);
            boolean same = !word.isEmpty() && word.equals(word(lower));
            return new Candidate(name, same, NearMiss.distance(wanted, lower));
        }
    }

    /** A name without a slash in front, or a script's without its path and ending. */
    private static String word(String name) {
        String bare = name.startsWith("/") ? name.substring(1) : name;
        if (bare.startsWith("./") || bare.endsWith(".py") || bare.endsWith(".sh") || bare.endsWith(".jar")) {
            bare = bare.substring(bare.lastIndexOf('/') + 1);
            return bare.lastIndexOf('.') > 0 ? bare.substring(0, bare.lastIndexOf('.')) : bare;
        }
        return bare;
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
