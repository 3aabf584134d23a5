package io.zrs.yaml;

import java.util.List;

/**
 * Values one after the other.
 *
 * @param values the values, in the order of the file
 */
public record YamlList(Place place, List<YamlNode> values) implements YamlNode {
    /** Copies the list. */
    public YamlList {
        values = List.copyOf(values);
    }

    @Override
    public YamlList list(String what) {
        return this;
    }

    @Override
    public List<YamlNode> oneOrMore() {
        return values;
    }

    @Override
    public String kind() {
        return "a list";
    }
}
