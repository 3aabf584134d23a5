package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Numeric;
import java.util.List;

/** Operators of one rank in a row, from left to right; in one node, so that a long row is not a deep tree. */
record Arithmetic(Node first, List<Term> rest) implements Node {
    /** An operator and what stands behind it. */
    record Term(char operator, Node operand) {}

    @Override
    public Value evaluate(Scope scope) {
        Value result = first.evaluate(scope);
        for (int i = 0; i < rest.size(); i++) {
            Value operand = rest.get(i).operand().evaluate(scope);
            if (!(result instanceof Numeric a && operand instanceof Numeric b)) {
                return Constant.MISSING;
            }
            result = Numbers.compute(rest.get(i).operator(), a, b);
        }
        return result;
    }

    /** {@code -operand}. */
    record Negation(Node operand) implements Node {
        @Override
        public Value evaluate(Scope scope) {
            return operand.evaluate(scope) instanceof Numeric number ? Numbers.negate(number) : Constant.MISSING;
        }
    }
}
