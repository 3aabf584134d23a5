package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Decimal;
import io.zrs.expression.Value.Numeric;
import io.zrs.expression.Value.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static Value parse(String text) {
        char[] around = ("7" + text + "7").toCharArray();
        return Numbers.parse(around, 1, text.length());
    }

    @Test
    void comparesBigNumbersExactly() {
        Asking big = Asking.of("{\"n\": 9007199254740993, \"d\": 9007199254740993.0, \"m\": 9223372036854775807}");
        big.holds("n != 9007199254740992", "n == 9007199254740993", "n > 9007199254740992.5", "n == d");
        big.holds("m == 9223372036854775807", "m < 9223372036854775808", "-m - 1 == -9223372036854775808");
        big.holds(
                "m + 1 == 9223372036854775808", "m * 2 - m == m", "--9223372036854775808 == m + 1", "abs(-m - 1) > m");
    }

    @Test
    void whatIsTooLargeSmallOrLongIsMissing() {
        for (String number : new String[] {
            "1e1001", "-1e1001", "1e-1002", "1e99999999999", "1e-99999999999", "1e2147483647", "1".repeat(1_001)
        }) {
            assertEquals(Constant.MISSING, parse(number), number);
            Asking.of("{\"x\": " + number + "}").isMissing("x", "x > 1", "not (x > 1)", "x + 1", "x == x");
            Asking.of("{\"x\": " + number + ", \"y\": 2}").holds("y == 2", "not exists(x)");
        }
        Asking.of("{\"x\": 1e999, \"y\": 1e-999}").holds("x > y", "exists(x + y)", "exists(x / 3)");
        Asking.of("{\"x\": 1e999, \"y\": 1e-999}").isMissing("x * x", "y * y", "x / y", "x % 3.5");
    }

    @Test
    void zeroIsZeroHoweverItIsWritten() {
        for (String zero : new String[] {"0", "-0", "0.000", "-0e5", "0e999999", "0e-999999"}) {
            assertEquals(new Whole(0), parse(zero), zero);
        }
    }

    @Test
    void wholeNumbersAreReadAsLongsToTheLastOne() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            long number = random.nextLong() >> random.nextInt(64);
            assertEquals(new Whole(number), parse(Long.toString(number)));
        }
        assertEquals(new Whole(Long.MAX_VALUE), parse("9223372036854775807"));
        assertEquals(new Whole(Long.MIN_VALUE), parse("-9223372036854775808"));
        assertEquals(new Decimal(new BigDecimal("9223372036854775808")), parse("9223372036854775808"));
    }

    @Test
    void ordersLikeBigDecimal() {
        Random random = new Random(6);
        for (int round = 0; round < 50_000; round++) {
            String a = number(random);
            String b = random.nextInt(4) == 0 ? a + "0" : number(random);
            b = b.contains(".") ? b : b.substring(0, a.equals(b) ? a.length() : b.length());
            int expected = Integer.signum(new BigDecimal(a).compareTo(new BigDecimal(b)));
            assertEquals(
                    expected, Integer.signum(Numbers.compare((Numeric) parse(a), (Numeric) parse(b))), a + " " + b);
        }
    }

    @Test
    void computesWholesExactlyAndTheRestTo34Digits() {
        Random random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            Numeric a = (Numeric) parse(number(random));
            Numeric b = (Numeric) parse(number(random));
            BigDecimal x = a.toBigDecimal();
            BigDecimal y = b.toBigDecimal();
            assertSame34(x.add(y), Numbers.compute('+', a, b));
            assertSame34(x.subtract(y), Numbers.compute('-', a, b));
            assertSame34(x.multiply(y), Numbers.compute('*', a, b));
            if (y.signum() != 0) {
                assertSame34(x.divide(y, new MathContext(80)), Numbers.compute('/', a, b));
                assertSame34(x.remainder(y), Numbers.compute('%', a, b));
            } else {
                assertEquals(Constant.MISSING, Numbers.compute('/', a, b));
                assertEquals(Constant.MISSING, Numbers.compute('%', a, b));
            }
            assertEquals(0, x.negate().compareTo(((Numeric) Numbers.negate(a)).toBigDecimal()));
        }
    }

    private static void assertSame34(BigDecimal exact, Value found) {
        BigDecimal number = ((Numeric) found).toBigDecimal();
        assertEquals(0, exact.round(MathContext.DECIMAL128).compareTo(number), () -> exact + " " + number);
    }

    private static String number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(21) - 10);
            case 1 -> Long.toString(random.nextLong());
            case 2 -> new BigDecimal(new BigInteger(1 + random.nextInt(60), random), random.nextInt(6)).toPlainString();
            default -> Double.toString(Math.round(random.nextGaussian() * 1000) / 100.0);
        };
    }
}
