package io.zrs.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a JSON value is made of: a tree of fields and the kinds of their values, without the values. */
public sealed interface JsonShape {
    /** A value without parts. */
    enum Scalar implements JsonShape {
        /** A number. */
        NUMBER,
        /** A string. */
        TEXT,
        /** True or false. */
        BOOLEAN,
        /** Null, and nothing else was seen there. */
        NULL,
        /** Different ones within one array. */
        ANY;

        /** The word for it, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An object.
     *
     * @param fields the fields in their order
     * @param complete whether these are all
     */
    record Fields(Map<String, JsonShape> fields, boolean complete) implements JsonShape {
        /** Copies the map. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * An array.
     *
     * @param element what its first elements have in common; empty if none was seen
     * @param complete whether it was looked at: not so where it is too deep, or cut off before its first element
     */
    record Elements(Optional<JsonShape> element, boolean complete) implements JsonShape {}

    /** The shape that both fit: for the elements of one array. */
    default JsonShape or(JsonShape other) {
        if (equals(other) || other == Scalar.NULL) {
            return this;
        }
        if (this == Scalar.NULL) {
            return other;
        }
        if (this instanceof Fields a && other instanceof Fields b) {
            Map<String, JsonShape> all = new LinkedHashMap<>(a.fields());
            b.fields().forEach((name, shape) -> all.merge(name, shape, JsonShape::or));
            return new Fields(all, a.complete() && b.complete());
        }
        if (this instanceof Elements a && other instanceof Elements b) {
            Optional<JsonShape> both = a.element().isPresent() && b.element().isPresent()
                    ? Optional.of(a.element().get().or(b.element().get()))
                    : a.element().or(b::element);
            return new Elements(both, a.complete() && b.complete());
        }
        return Scalar.ANY;
    }

    /** Whether the tree has all that the value had. */
    default boolean isComplete() {
        if (this instanceof Fields object) {
            return object.complete() && object.fields().values().stream().allMatch(JsonShape::isComplete);
        }
        return !(this instanceof Elements array)
                || array.complete()
                        && array.element().map(JsonShape::isComplete).orElse(true);
    }

    /** What is at the end of {@code path}; looks into the elements of arrays on the way. */
    default Optional<JsonShape> at(FieldPath path) {
        JsonShape here = this;
        for (String name : path.names()) {
            here = here.throughArrays();
            here = here instanceof Fields object ? object.fields().get(name) : null;
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    private JsonShape throughArrays() {
        JsonShape inner = this;
        while (inner instanceof Elements array && array.element().isPresent()) {
            inner = array.element().get();
        }
        return inner;
    }
}
