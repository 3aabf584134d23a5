package io.zrs.expression;

import java.util.ArrayList;
import java.util.List;

/** A part of an expression. Immutable, and safe for many threads at once. */
interface Node {
    Value evaluate(Scope scope);

    /** Whether this can be true or false at all, as far as its form tells. */
    default boolean mayBeCondition() {
        return false;
    }

    /** A value that stands in the expression itself. */
    record Literal(Value value) implements Node {
        @Override
        public Value evaluate(Scope scope) {
            return value;
        }

        @Override
        public boolean mayBeCondition() {
            return value == Value.Constant.TRUE || value == Value.Constant.FALSE;
        }
    }

    /** The name of the message's topic. */
    record TopicOfMessage() implements Node {
        @Override
        public Value evaluate(Scope scope) {
            return new Value.Text(scope.topic());
        }
    }

    /** When the message was recorded, in seconds. */
    record TimeOfMessage() implements Node {
        @Override
        public Value evaluate(Scope scope) {
            return scope.time();
        }
    }

    /** Values in square brackets. */
    record Listing(List<Node> elements) implements Node {
        @Override
        public Value evaluate(Scope scope) {
            List<Value> values = new ArrayList<>(elements.size());
            for (Node element : elements) {
                values.add(element.evaluate(scope));
            }
            return new Value.JsonArray(values);
        }
    }
}
