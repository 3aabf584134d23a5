package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final MathContext EXACT = new MathContext(60);

    @Test
    void ofNothingIsZero() {
        assertEquals(Distribution.EMPTY, Distribution.ofSorting(new long[0]));
    }

    @Test
    void ofOneNumberIsThatNumber() {
        assertEquals(new Distribution(1, 7, 7, 7, 0, 7, 7, 7), Distribution.ofSorting(new long[] {7}));
    }

    @Test
    void deviationIsThePopulations() {
        Distribution found = Distribution.ofSorting(new long[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertEquals(5, found.mean());
        assertEquals(2, found.deviation());
    }

    @Test
    void percentilesAreNumbersThatOccurred() {
        Distribution hundred =
                Distribution.ofSorting(LongStream.rangeClosed(1, 100).toArray());
        assertEquals(50, hundred.p50());
        assertEquals(95, hundred.p95());
        assertEquals(99, hundred.p99());
        Distribution five = Distribution.ofSorting(new long[] {50, 40, 35, 20, 15});
        assertEquals(35, five.p50());
        assertEquals(50, five.p95());
    }

    @Test
    void aHugeOffsetDoesNotHideTheDeviation() {
        long offset = 1_700_000_000_000_000_000L;
        Distribution found = Distribution.ofSorting(new long[] {offset - 1, offset + 1, offset - 1, offset + 1});
        assertEquals(1, found.deviation());
        assertEquals(offset, found.mean());
    }

    @Test
    void theExtremesOfLongDoNotOverflow() {
        long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE};
        Distribution found = Distribution.ofSorting(extremes);
        assertEquals(-0.5, found.mean(), 1);
        assertEquals(0x1p63, found.deviation(), 0x1p20);
        long[] same = new long[50_000];
        Arrays.fill(same, Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, Distribution.ofSorting(same).mean());
        assertEquals(0, Distribution.ofSorting(same).deviation());
    }

    @Test
    void agreesWithExactArithmetic() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            long[] values = values(random);
            BigDecimal mean = mean(values);
            BigDecimal variance = Arrays.stream(values)
                    .mapToObj(value -> BigDecimal.valueOf(value).subtract(mean).pow(2))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(values.length), EXACT);
            long smallest = Arrays.stream(values).min().orElseThrow();
            long largest = Arrays.stream(values).max().orElseThrow();
            Distribution found = Distribution.ofSorting(values);
            assertClose(mean.doubleValue(), found.mean(), Math.scalb(largest - (double) smallest, -40));
            assertClose(variance.sqrt(EXACT).doubleValue(), found.deviation(), 0);
            assertEquals(smallest, found.min());
            assertEquals(largest, found.max());
            assertPercentile(values, found.p50(), 50);
            assertPercentile(values, found.p95(), 95);
            assertPercentile(values, found.p99(), 99);
        }
    }

    /** Numbers of a random magnitude around a random offset. */
    private static long[] values(Random random) {
        long offset = random.nextLong() >> random.nextInt(64);
        int bits = random.nextInt(64);
        return random.longs(1 + random.nextInt(200))
                .map(value -> offset + (value >> bits))
                .toArray();
    }

    private static BigDecimal mean(long[] values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.length), EXACT);
    }

    private static void assertClose(double expected, double found, double slack) {
        assertEquals(expected, found, Math.abs(expected) * 1e-12 + slack + Double.MIN_VALUE);
    }

    /** At least so many of a hundred are no greater, and one number less would be too few. */
    private static void assertPercentile(long[] values, long found, int percent) {
        long notGreater = Arrays.stream(values).filter(v -> v <= found).count();
        long smaller = Arrays.stream(values).filter(v -> v < found).count();
        assertTrue(notGreater * 100 >= (long) percent * values.length, () -> percent + ": " + found);
        assertTrue(smaller * 100 < (long) percent * values.length, () -> percent + ": " + found);
    }
}
