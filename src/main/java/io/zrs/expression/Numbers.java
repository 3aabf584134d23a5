package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Decimal;
import io.zrs.expression.Value.Numeric;
import io.zrs.expression.Value.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Numbers as the language has them: exact where they are read and compared, to 34 digits (IEEE 754's decimal128) where
 * they are computed. Neither their digits nor their exponents grow beyond bounds, and so neither does any operation.
 */
final class Numbers {
    /** The most characters a number may have. */
    static final int MAX_LENGTH = 1000;

    private static final int MAX_EXPONENT = 1000;
    private static final int SURE_TO_FIT_LONG = 18;
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private Numbers() {}

    /** The JSON number in {@code text}; missing if it is too long, or out of 1e±1000. */
    static Value parse(char[] text, int start, int length) {
        if (length > MAX_LENGTH) {
            return Constant.MISSING;
        }
        if (length <= SURE_TO_FIT_LONG) {
            long whole = 0;
            int at = text[start] == '-' ? 1 : 0;
            while (at < length && text[start + at] >= '0' && text[start + at] <= '9') {
                whole = 10 * whole + text[start + at] - '0';
                at++;
            }
            if (at == length) {
                return new Whole(text[start] == '-' ? -whole : whole);
            }
        }
        try {
            return bounded(new BigDecimal(text, start, length));
        } catch (NumberFormatException e) {
            // The exponent does not even fit an int.
            return Constant.MISSING;
        }
    }

    /** A number of 64 bits without a sign. */
    static BigInteger unsigned(long value) {
        BigInteger signed = BigInteger.valueOf(value);
        return value < 0 ? signed.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : signed;
    }

    static int compare(Numeric left, Numeric right) {
        if (left instanceof Whole a && right instanceof Whole b) {
            return Long.compare(a.value(), b.value());
        }
        return left.toBigDecimal().compareTo(right.toBigDecimal());
    }

    /** {@code left operator right}; missing for a division by 0 and for a result out of 1e±1000. */
    static Value compute(char operator, Numeric left, Numeric right) {
        if (left instanceof Whole a && right instanceof Whole b) {
            Value whole = computeWhole(operator, a.value(), b.value());
            if (whole != null) {
                return whole;
            }
        }
        BigDecimal a = left.toBigDecimal();
        BigDecimal b = right.toBigDecimal();
        try {
            return bounded(
                    switch (operator) {
                        case '+' -> a.add(b, PRECISION);
                        case '-' -> a.subtract(b, PRECISION);
                        case '*' -> a.multiply(b, PRECISION);
                        case '/' -> a.divide(b, PRECISION);
                        case '%' -> a.remainder(b, PRECISION);
                        default -> throw new IllegalArgumentException("no operator: " + operator);
                    });
        } catch (ArithmeticException e) {
            // Divided by 0, or a remainder of what is too many times bigger.
            return Constant.MISSING;
        }
    }

    /** Null where the result is no long. */
    private static Value computeWhole(char operator, long a, long b) {
        return switch (operator) {
            case '+' -> ((a ^ (a + b)) & (b ^ (a + b))) < 0 ? null : new Whole(a + b);
            case '-' -> ((a ^ b) & (a ^ (a - b))) < 0 ? null : new Whole(a - b);
            case '*' -> Math.multiplyHigh(a, b) == (a * b) >> 63 ? new Whole(a * b) : null;
            case '%' -> b == 0 ? Constant.MISSING : new Whole(a % b);
            default -> null;
        };
    }

    static Value negate(Numeric number) {
        return number instanceof Whole whole && whole.value() != Long.MIN_VALUE
                ? new Whole(-whole.value())
                : bounded(number.toBigDecimal().negate());
    }

    private static Value bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return new Whole(0);
        }
        if (number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE) {
            return new Whole(number.longValue());
        }
        long exponent = (long) number.precision() - number.scale();
        return Math.abs(exponent) > MAX_EXPONENT ? Constant.MISSING : new Decimal(number);
    }
}
