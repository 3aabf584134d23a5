package io.zrs.expression;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.JsonArray;
import io.zrs.expression.Value.JsonObject;
import io.zrs.expression.Value.Text;
import java.util.List;

/** {@code container contains member}, and {@code member in container}, which is the same. */
record Membership(Node container, Node member) implements Node {
    /** Up to this length of what is sought, trying at every place is linear enough. */
    private static final int SHORT = 32;

    @Override
    public Value evaluate(Scope scope) {
        Value in = container.evaluate(scope);
        Value sought = member.evaluate(scope);
        if (sought == Constant.MISSING) {
            return Constant.MISSING;
        }
        if (in instanceof JsonArray array) {
            return isElement(array.elements(), sought);
        }
        if (in instanceof Text text && sought instanceof Text part) {
            return Constant.of(isPart(text.value(), part.value()));
        }
        if (in instanceof JsonObject object && sought instanceof Text name) {
            return Constant.of(object.fields().containsKey(name.value()));
        }
        return Constant.MISSING;
    }

    @Override
    public boolean mayBeCondition() {
        return true;
    }

    private static Constant isElement(List<Value> elements, Value sought) {
        Constant result = Constant.FALSE;
        for (int i = 0; i < elements.size(); i++) {
            Constant equal = Comparison.equal(elements.get(i), sought);
            if (equal == Constant.TRUE) {
                return equal;
            }
            result = equal == Constant.MISSING ? equal : result;
        }
        return result;
    }

    /** Knuth, Morris and Pratt (1977): linear, where {@link String#contains} takes the product of both lengths. */
    static boolean isPart(String text, String part) {
        if (part.length() <= SHORT || part.length() > text.length()) {
            return text.contains(part);
        }
        int[] borders = borders(part);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == part.charAt(matched) && ++matched == part.length()) {
                return true;
            }
        }
        return false;
    }

    /** For each end in {@code part}, how long the longest beginning is that also ends there. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int matched = 0;
        for (int i = 1; i < borders.length; i++) {
            while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (part.charAt(i) == part.charAt(matched)) {
                matched++;
            }
            borders[i] = matched;
        }
        return borders;
    }
}
