package io.zrs.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expression's paths need of a value, as a tree: the rest of a payload is skipped over. Written while the
 * expression is parsed, only read from then on.
 */
final class Wanted {
    private final Map<String, Wanted> fields = new HashMap<>();
    private final Map<Integer, Wanted> elements = new HashMap<>();
    private int elementsEnd;
    private boolean whole;
    private final List<Path> paths = new ArrayList<>();

    void add(Path path) {
        paths.add(path);
        Wanted at = this;
        for (Path.Step step : path.steps()) {
            if (step.field() != null) {
                at = at.fields.computeIfAbsent(step.field(), name -> new Wanted());
            } else if (step.index() < 0) {
                // From the end: which one that is shows only when all are there.
                break;
            } else {
                at.elementsEnd = Math.max(at.elementsEnd, step.index() + 1);
                at = at.elements.computeIfAbsent(step.index(), index -> new Wanted());
            }
        }
        at.whole = true;
    }

    /** Every path that was added here. */
    List<Path> paths() {
        return paths;
    }

    /** Whether the value is needed with all that is in it. */
    boolean isWhole() {
        return whole;
    }

    boolean hasFields() {
        return !fields.isEmpty();
    }

    /** What is needed of a field; null: nothing. */
    Wanted field(String name) {
        return fields.get(name);
    }

    /** What is needed of an element; null: nothing. */
    Wanted element(int index) {
        return elements.get(index);
    }

    /** The highest index that is needed and one; 0 if none is. */
    int elementsEnd() {
        return elementsEnd;
    }
}
