package io.zrs.yaml;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.List;

/** A value in a YAML file, and where it stands. Immutable. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
    /** Where it begins. */
    Place place();

    /** What it is, for a complaint: {@code a list}. */
    String kind();

    /**
     * This as a map.
     *
     * @param what what it should be, such as {@code an expectation, as a map}
     * @throws ZrsException {@link ErrorCode#INVALID} if it is none
     */
    default YamlMap map(String what) {
        throw wrong(what);
    }

    /** This as a list; as {@link #map} otherwise. */
    default YamlList list(String what) {
        throw wrong(what);
    }

    /** This as a single value; as {@link #map} otherwise. */
    default YamlScalar scalar(String what) {
        throw wrong(what);
    }

    /** The values of a list; of anything else, that alone. */
    default List<YamlNode> oneOrMore() {
        return List.of(this);
    }

    /** The complaint that something else than {@code what} stands here. */
    default ZrsException wrong(String what) {
        return place().error("expected " + what + ", found " + kind());
    }
}
