package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.JsonArray;
import io.zrs.expression.Value.JsonObject;
import io.zrs.expression.Value.Numeric;
import io.zrs.expression.Value.Text;
import io.zrs.expression.Value.Whole;

/** A function of one value. */
record Call(Function function, Node argument) implements Node {
    enum Function {
        ABS("abs"),
        EXISTS("exists"),
        LEN("len");

        private static final Function[] ALL = values();

        private final String word;

        Function(String word) {
            this.word = word;
        }

        /** The function that a token names; null: none. */
        static Function of(Token token) {
            for (Function function : ALL) {
                if (token.is(function.word)) {
                    return function;
                }
            }
            return null;
        }
    }

    @Override
    public Value evaluate(Scope scope) {
        Value value = argument.evaluate(scope);
        return switch (function) {
            case ABS -> abs(value);
            case EXISTS -> Constant.of(value != Constant.MISSING);
            case LEN -> length(value);
        };
    }

    @Override
    public boolean mayBeCondition() {
        return function == Function.EXISTS;
    }

    private static Value abs(Value value) {
        if (!(value instanceof Numeric number)) {
            return Constant.MISSING;
        }
        return number.toBigDecimal().signum() < 0 ? Numbers.negate(number) : number;
    }

    private static Value length(Value value) {
        if (value instanceof Text text) {
            return new Whole(text.value().codePointCount(0, text.value().length()));
        }
        if (value instanceof JsonArray array) {
            return new Whole(array.elements().size());
        }
        return value instanceof JsonObject object ? new Whole(object.fields().size()) : Constant.MISSING;
    }
}
