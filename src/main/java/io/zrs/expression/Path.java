package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import java.util.List;

/** The way from the payload down to one value in it; no steps: the payload itself. */
record Path(List<Step> steps) implements Node {
    /** One step down: by a field's name, or by an element's index if {@code field} is null. */
    record Step(String field, int index) {
        private Value from(Value value) {
            Value found = null;
            if (field != null) {
                found = value instanceof Value.JsonObject object
                        ? object.fields().get(field)
                        : null;
            } else if (value instanceof Value.JsonArray array) {
                int at = index < 0 ? array.elements().size() + index : index;
                found = at >= 0 && at < array.elements().size()
                        ? array.elements().get(at)
                        : null;
            }
            return found == null ? Constant.MISSING : found;
        }
    }

    @Override
    public Value evaluate(Scope scope) {
        Value value = scope.payload();
        for (int i = 0; i < steps.size() && value != Constant.MISSING; i++) {
            value = steps.get(i).from(value);
        }
        return value;
    }

    /** As it would be written behind {@code data}. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step.field() == null) {
                text.append('[').append(step.index()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.field());
            }
        }
        return text.isEmpty() ? "data" : text.toString();
    }

    @Override
    public boolean mayBeCondition() {
        return true;
    }
}
