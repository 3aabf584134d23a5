package io.zrs.bag.mcap;

import java.util.Arrays;

/** Sorting that java.util.Arrays does not have: numbers of channels, and times without a sign. */
final class Numbers {
    private Numbers() {}

    /** Ascending, each once; may change and return {@code keys}. */
    static char[] sorted(char[] keys) {
        Arrays.sort(keys);
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[count++] = keys[i];
            }
        }
        return count == keys.length ? keys : Arrays.copyOf(keys, count);
    }

    /** Sorts both arrays by the unsigned {@code times}; what is equal stays in order. Fast where most is in order. */
    static void sort(long[] times, int[] with, int count) {
        int sorted = 1;
        while (sorted < count && Long.compareUnsigned(times[sorted - 1], times[sorted]) <= 0) {
            sorted++;
        }
        if (sorted >= count) {
            return;
        }
        int[] from = new int[count];
        int[] to = new int[count];
        for (int i = 0; i < count; i++) {
            from[i] = i;
        }
        for (int width = 1; width < count && width > 0; width *= 2) {
            for (int low = 0; low < count; low += 2 * width) {
                int middle = (int) Math.min(count, (long) low + width);
                merge(times, from, to, low, middle, (int) Math.min(count, (long) low + 2L * width));
                if (count - low <= 2 * width) {
                    break;
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        long[] oldTimes = Arrays.copyOf(times, count);
        int[] oldWith = Arrays.copyOf(with, count);
        for (int i = 0; i < count; i++) {
            times[i] = oldTimes[from[i]];
            with[i] = oldWith[from[i]];
        }
    }

    private static void merge(long[] times, int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = left < middle
                    && (right >= high || Long.compareUnsigned(times[from[left]], times[from[right]]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
