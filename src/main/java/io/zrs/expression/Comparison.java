package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.JsonArray;
import io.zrs.expression.Value.JsonObject;
import io.zrs.expression.Value.Numeric;
import io.zrs.expression.Value.Text;
import java.util.List;
import java.util.Map;

/** Two values side by side. Anything can be equal or not; only two numbers, or two strings, have an order. */
record Comparison(Operator operator, Node left, Node right) implements Node {
    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private static final Operator[] ALL = values();

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The operator that a token stands for; null: none. */
        static Operator of(Token token) {
            for (Operator operator : ALL) {
                if (token.is(operator.sign)) {
                    return operator;
                }
            }
            return null;
        }

        /** What holds where this does not. */
        Operator opposite() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> GREATER;
                case GREATER -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }

        /** The same with its sides exchanged. */
        Operator mirrored() {
            return switch (this) {
                case LESS -> GREATER;
                case AT_MOST -> AT_LEAST;
                case GREATER -> LESS;
                case AT_LEAST -> AT_MOST;
                default -> this;
            };
        }

        private boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    @Override
    public Value evaluate(Scope scope) {
        Value a = left.evaluate(scope);
        Value b = right.evaluate(scope);
        if (a instanceof Numeric m && b instanceof Numeric n) {
            return Constant.of(operator.holds(Numbers.compare(m, n)));
        }
        return switch (operator) {
            case EQUAL -> equal(a, b);
            case NOT_EQUAL -> Junction.Not.negate(equal(a, b));
            default ->
                a instanceof Text s && b instanceof Text t
                        ? Constant.of(operator.holds(s.value().compareTo(t.value())))
                        : Constant.MISSING;
        };
    }

    /** What holds where this is false. */
    Comparison opposite() {
        return new Comparison(operator.opposite(), left, right);
    }

    @Override
    public boolean mayBeCondition() {
        return true;
    }

    /** Whether two values are equal, all the way down; missing if that hangs on a missing one. */
    static Constant equal(Value a, Value b) {
        if (a == Constant.MISSING || b == Constant.MISSING) {
            return Constant.MISSING;
        }
        if (a instanceof Numeric m && b instanceof Numeric n) {
            return Constant.of(Numbers.compare(m, n) == 0);
        }
        if (a instanceof JsonArray m && b instanceof JsonArray n) {
            return equalElements(m.elements(), n.elements());
        }
        if (a instanceof JsonObject m && b instanceof JsonObject n) {
            return equalFields(m.fields(), n.fields());
        }
        return Constant.of(a.equals(b));
    }

    private static Constant equalElements(List<Value> a, List<Value> b) {
        if (a.size() != b.size()) {
            return Constant.FALSE;
        }
        Constant result = Constant.TRUE;
        for (int i = 0; i < a.size() && result != Constant.FALSE; i++) {
            Constant one = equal(a.get(i), b.get(i));
            result = one == Constant.TRUE ? result : one;
        }
        return result;
    }

    private static Constant equalFields(Map<String, Value> a, Map<String, Value> b) {
        if (a.size() != b.size()) {
            return Constant.FALSE;
        }
        Constant result = Constant.TRUE;
        for (Map.Entry<String, Value> field : a.entrySet()) {
            Value other = b.get(field.getKey());
            Constant one = other == null ? Constant.FALSE : equal(field.getValue(), other);
            if (one == Constant.FALSE) {
                return one;
            }
            result = one == Constant.TRUE ? result : one;
        }
        return result;
    }
}
