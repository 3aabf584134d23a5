package io.zrs.yaml;

import java.util.Collection;
import java.util.Optional;

/**
 * Where something stands in a file.
 *
 * @param file the file
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Place(YamlFile file, int line, int column) {
    /** A complaint about what stands here: {@code FILE:line:column: what was expected}. */
    public YamlException error(String message) {
        return error(message, "");
    }

    /** A complaint with what to try. */
    public YamlException error(String message, String remedy) {
        return new YamlException(this, message, remedy);
    }

    /** The one of {@code candidates} that was probably meant. */
    Optional<String> nearMiss(String typed, Collection<String> candidates) {
        return file.nearMiss().of(typed, candidates);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line + ":" + column;
    }
}
