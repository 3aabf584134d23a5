package io.zrs.yaml;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.Optional;

/**
 * Values by name; no name twice.
 *
 * @param entries names and values, in the order of the file
 */
public record YamlMap(Place place, List<Entry> entries) implements YamlNode {
    private static final int SHOWN_CHARS = 40;

    /**
     * One value and its name.
     *
     * @param key the name, which knows its own place
     */
    public record Entry(YamlScalar key, YamlNode value) {}

    /** Copies the list. */
    public YamlMap {
        entries = List.copyOf(entries);
    }

    @Override
    public YamlMap map(String what) {
        return this;
    }

    @Override
    public String kind() {
        return "a map";
    }

    /** The value of that name, if there is one. */
    public Optional<YamlNode> find(String key) {
        for (Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /**
     * The value of that name.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if there is none
     */
    public YamlNode need(String key) {
        return find(key).orElseThrow(() -> place.error("'" + key + "' is missing"));
    }

    /**
     * Checks that there are no other names than these.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} with the name that was probably meant, or all of them
     */
    public void refuseOthersThan(List<String> known) {
        for (Entry entry : entries) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                String remedy = place.nearMiss(key, known)
                        .map(meant -> "did you mean '" + meant + "'?")
                        .orElse("there may be " + String.join(", ", known));
                throw entry.key().place().error("unknown key '" + OneLine.of(key, SHOWN_CHARS) + "'", remedy);
            }
        }
    }
}
