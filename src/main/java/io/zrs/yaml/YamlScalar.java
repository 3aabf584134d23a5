package io.zrs.yaml;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import java.util.function.Function;

/**
 * A single value.
 *
 * @param text its text, with quotes and escapes undone
 * @param plain whether it was written without quotes, so that {@code true} and nothing at all have their meaning
 */
public record YamlScalar(Place place, String text, boolean plain) implements YamlNode {
    private static final int SHOWN_CHARS = 40;

    @Override
    public YamlScalar scalar(String what) {
        return this;
    }

    @Override
    public String kind() {
        return isNothing() ? "nothing" : "'" + OneLine.of(text, SHOWN_CHARS) + "'";
    }

    /** Whether no value is given: nothing, {@code ~} or {@code null}, without quotes. */
    public boolean isNothing() {
        return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    /**
     * The text, whatever it looks like.
     *
     * @param what what it should be, for the complaint
     * @throws ZrsException {@link ErrorCode#INVALID} if there is none
     */
    public String text(String what) {
        if (isNothing()) {
            throw wrong(what);
        }
        return text;
    }

    /** Whether it is {@code true}; only {@code true} and {@code false} are truth values, in YAML 1.2's three spellings. */
    public boolean truth() {
        if (plain && (text.equals("true") || text.equals("True") || text.equals("TRUE"))) {
            return true;
        }
        if (plain && (text.equals("false") || text.equals("False") || text.equals("FALSE"))) {
            return false;
        }
        throw wrong("true or false");
    }

    /** A number; infinity and NaN are none. */
    public double number(String what) {
        try {
            double number = Double.parseDouble(text(what));
            // What Java reads besides: 1d and 0x1p3.
            if (Double.isFinite(number) && text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0)) {
                return number;
            }
            throw wrong(what);
        } catch (NumberFormatException e) {
            throw wrong(what);
        }
    }

    /**
     * What a caller's own reader makes of the text.
     *
     * @param what what it should be, for the complaint where there is no text
     * @param parse complains by a {@link ZrsException}, which is given its place in the file here
     */
    public <T> T read(String what, Function<String, T> parse) {
        String given = text(what);
        try {
            return parse.apply(given);
        } catch (ZrsException e) {
            throw place.error(e.getMessage(), e.remedy());
        }
    }
}
