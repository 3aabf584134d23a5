package io.zrs.protocol.json;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One object of a peer's JSON. A member that is null counts as missing. Each method throws {@link ZrsException}
 * ({@link ErrorCode#INVALID}) that names the member if it is missing or not what is asked for.
 */
final class JsonObject {
    private static final int MAX_NAME_CHARS = 60;

    private final String within;
    private final int index;
    private final Map<String, Object> members;

    /**
     * An object.
     *
     * @param within the member that it is the value of, or that is the list it is in; empty for the whole
     * @param index where in the list; less than 0 without one
     */
    JsonObject(String within, int index, Map<String, Object> members) {
        this.within = within;
        this.index = index;
        this.members = members;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw expected(name, "a string");
    }

    String textOr(String name, String missing) {
        return has(name) ? text(name) : missing;
    }

    /** Text to be shown: one line, no longer than {@code maxChars}; empty if it is missing. */
    String line(String name, int maxChars) {
        return has(name) ? OneLine.of(text(name), maxChars) : "";
    }

    boolean flag(String name) {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw expected(name, "true or false");
    }

    boolean flagOr(String name, boolean missing) {
        return has(name) ? flag(name) : missing;
    }

    /** A whole number. */
    long number(String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw expected(name, "a whole number of at most 64 bits");
    }

    /** A whole number from {@code min} to {@code max}. */
    long number(String name, long min, long max) {
        if (members.get(name) instanceof Long number && number >= min && number <= max) {
            return number;
        }
        throw expected(name, "a whole number from " + min + " to " + max);
    }

    /** A whole number from 0. */
    long amount(String name) {
        if (members.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw expected(name, "a whole number, 0 or more");
    }

    long amountOr(String name, long missing) {
        return has(name) ? amount(name) : missing;
    }

    OptionalLong optionalAmount(String name) {
        return has(name) ? OptionalLong.of(amount(name)) : OptionalLong.empty();
    }

    /** A whole number from 0 that an {@code int} holds. */
    int count(String name) {
        return (int) number(name, 0, Integer.MAX_VALUE);
    }

    /** A number, perhaps with a fraction, that is not farther from 0 than {@code max}. */
    double real(String name, double max) {
        if (members.get(name) instanceof Number number && Math.abs(number.doubleValue()) <= max) {
            return number.doubleValue();
        }
        throw expected(name, "a number of at most " + (long) max);
    }

    JsonObject object(String name) {
        if (members.get(name) instanceof JsonObject object) {
            return object;
        }
        throw expected(name, "an object");
    }

    List<JsonObject> objects(String name) {
        if (!(members.get(name) instanceof List<?> list)) {
            throw expected(name, "a list");
        }
        List<JsonObject> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof JsonObject object)) {
                throw problem(name + "[" + objects.size() + "]", "is not an object");
            }
            objects.add(object);
        }
        return objects;
    }

    List<JsonObject> objectsOrNone(String name) {
        return has(name) ? objects(name) : List.of();
    }

    /** That a member is missing or is not {@code what}. */
    ZrsException expected(String name, String what) {
        return problem(name, has(name) ? "is not " + what : "is missing: " + what + " is expected");
    }

    /** That something is wrong with a member. */
    ZrsException problem(String name, String what) {
        String place = index < 0 ? within : within + "[" + index + "]";
        String path = place.isEmpty() ? name : place + "." + name;
        return new ZrsException(ErrorCode.INVALID, "'" + OneLine.of(path, MAX_NAME_CHARS) + "' " + what);
    }
}
