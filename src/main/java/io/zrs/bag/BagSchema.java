package io.zrs.bag;

import java.util.Arrays;

/**
 * What messages of a channel look like, in a language such as {@code jsonschema}. Equal if every byte is.
 *
 * @param data not copied; nobody must write to it
 */
public record BagSchema(String name, String encoding, byte[] data) {
    @Override
    public boolean equals(Object other) {
        return other instanceof BagSchema that
                && name.equals(that.name)
                && encoding.equals(that.encoding)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return name + " (" + encoding + ")";
    }
}
