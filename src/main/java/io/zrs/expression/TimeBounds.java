package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Between which times, both included, a condition can hold at all: never too narrow. In nanoseconds; without bounds, of any size. */
record TimeBounds(BigInteger from, BigInteger until) {
    static final TimeBounds ALL = new TimeBounds(BigInteger.ZERO, Numbers.unsigned(-1L));
    private static final TimeBounds NONE = new TimeBounds(ALL.until, ALL.from);
    private static final int NANO_DIGITS = 9;

    /** Sums with larger numbers lose nanoseconds, for they have 34 digits. */
    private static final BigDecimal LARGEST = BigDecimal.ONE.movePointRight(15);

    /** The bounds of {@code node} being true, or else of its being false. */
    static TimeBounds of(Node node, boolean holds) {
        if (node instanceof Junction junction) {
            return of(junction.operands(), (junction.deciding() == Constant.FALSE) == holds, holds);
        } else if (node instanceof Junction.Not not) {
            return of(not.operand(), !holds);
        } else if (node instanceof Comparison comparison) {
            return of(holds ? comparison : comparison.opposite());
        }
        return node instanceof Node.Literal literal && literal.value() == Constant.of(!holds) ? NONE : ALL;
    }

    private static TimeBounds of(List<Node> operands, boolean all, boolean holds) {
        TimeBounds bounds = all ? ALL : NONE;
        for (Node operand : operands) {
            TimeBounds one = of(operand, holds);
            if (all) {
                bounds = new TimeBounds(bounds.from.max(one.from), bounds.until.min(one.until));
            } else if (one.from.compareTo(one.until) <= 0) {
                bounds = new TimeBounds(bounds.from.min(one.from), bounds.until.max(one.until));
            }
        }
        return bounds;
    }

    private static TimeBounds of(Comparison comparison) {
        BigDecimal offset = offset(comparison.left());
        BigDecimal number = number(comparison.right());
        if (offset != null && number != null) {
            return of(comparison.operator(), number.subtract(offset));
        }
        offset = offset(comparison.right());
        number = number(comparison.left());
        return offset != null && number != null ? of(comparison.operator().mirrored(), number.subtract(offset)) : ALL;
    }

    private static TimeBounds of(Comparison.Operator operator, BigDecimal seconds) {
        BigDecimal nanos = seconds.movePointRight(NANO_DIGITS);
        // One more at either side, for what sums may be rounded by.
        BigInteger least = nanos.setScale(0, RoundingMode.FLOOR).toBigInteger().subtract(BigInteger.ONE);
        BigInteger most = nanos.setScale(0, RoundingMode.CEILING).toBigInteger().add(BigInteger.ONE);
        return switch (operator) {
            case EQUAL -> new TimeBounds(least, most);
            case LESS, AT_MOST -> new TimeBounds(ALL.from, most);
            case GREATER, AT_LEAST -> new TimeBounds(least, ALL.until);
            case NOT_EQUAL -> ALL;
        };
    }

    /** What is added to {@code t}, if that is all; else null. */
    private static BigDecimal offset(Node node) {
        if (node instanceof Node.TimeOfMessage) {
            return BigDecimal.ZERO;
        }
        if (!(node instanceof Arithmetic sum && sum.first() instanceof Node.TimeOfMessage)) {
            return null;
        }
        BigDecimal offset = BigDecimal.ZERO;
        for (Arithmetic.Term term : sum.rest()) {
            BigDecimal number = number(term.operand());
            boolean added = term.operator() == '+';
            if (number == null || number.abs().compareTo(LARGEST) > 0 || !added && term.operator() != '-') {
                return null;
            }
            offset = added ? offset.add(number) : offset.subtract(number);
        }
        return offset;
    }

    /** The number that it is, whatever the message is; null if it is none. */
    private static BigDecimal number(Node node) {
        return isFixed(node) && node.evaluate(null) instanceof Numeric number ? number.toBigDecimal() : null;
    }

    private static boolean isFixed(Node node) {
        if (node instanceof Arithmetic sum) {
            return isFixed(sum.first()) && sum.rest().stream().allMatch(term -> isFixed(term.operand()));
        }
        return node instanceof Node.Literal || node instanceof Arithmetic.Negation minus && isFixed(minus.operand());
    }
}
