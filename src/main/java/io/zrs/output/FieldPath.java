package io.zrs.output;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a field of a JSON object, such as {@code .pose.x}.
 *
 * @param names the fields from the outermost on, at least one
 */
public record FieldPath(List<String> names) {
    /** Copies the list. */
    public FieldPath {
        names = List.copyOf(names);
    }

    /** Whether {@code text} is to be read as a path. */
    public static boolean isMeant(String text) {
        return text.startsWith(".");
    }

    /**
     * Reads a path: each name with a dot before it. What stands in brackets behind a name is left out, because arrays are
     * looked into anyway.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it has another form
     */
    public static FieldPath parse(String text) {
        List<String> names = new ArrayList<>();
        for (String word : text.substring(Math.min(1, text.length())).split("\\.", -1)) {
            int bracket = word.endsWith("]") ? word.indexOf('[') : -1;
            names.add(bracket < 0 ? word : word.substring(0, bracket));
        }
        if (!isMeant(text) || names.contains("")) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + text + "' is not the path of a field", "give one such as .pose.x");
        }
        return new FieldPath(names);
    }
}
