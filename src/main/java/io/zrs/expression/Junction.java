package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import java.util.List;

/**
 * {@code and} and {@code or} of Kleene's three-valued logic, as in SQL: one operand may decide whatever the others are,
 * and where none does, a missing one leaves the whole missing.
 */
record Junction(Constant deciding, List<Node> operands) implements Node {
    static Junction and(List<Node> operands) {
        return new Junction(Constant.FALSE, operands);
    }

    static Junction or(List<Node> operands) {
        return new Junction(Constant.TRUE, operands);
    }

    @Override
    public Value evaluate(Scope scope) {
        Constant other = deciding == Constant.TRUE ? Constant.FALSE : Constant.TRUE;
        Constant result = other;
        for (int i = 0; i < operands.size(); i++) {
            Value value = operands.get(i).evaluate(scope);
            if (value == deciding) {
                return deciding;
            }
            if (value != other) {
                result = Constant.MISSING;
            }
        }
        return result;
    }

    @Override
    public boolean mayBeCondition() {
        return true;
    }

    /** {@code not}: what is neither true nor false stays missing. */
    record Not(Node operand) implements Node {
        @Override
        public Value evaluate(Scope scope) {
            return negate(operand.evaluate(scope));
        }

        @Override
        public boolean mayBeCondition() {
            return true;
        }

        static Constant negate(Value value) {
            if (value == Constant.TRUE) {
                return Constant.FALSE;
            }
            return value == Constant.FALSE ? Constant.TRUE : Constant.MISSING;
        }
    }
}
