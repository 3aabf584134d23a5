package io.zrs.launch.file;

import io.zrs.yaml.Place;
import io.zrs.yaml.YamlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong in the files of a launch, gathered so that all of it can be told at once. */
final class Mistakes {
    private final List<YamlException> found = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    void add(YamlException mistake) {
        // A file that is included twice has every mistake twice.
        if (found.stream().noneMatch(other -> other.getMessage().equals(mistake.getMessage()))) {
            found.add(mistake);
            String file = mistake.place().file().name();
            if (!files.contains(file)) {
                files.add(file);
            }
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** What is read; {@code otherwise} if that is wrong, only for going on to find what else is. */
    <T> T read(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (YamlException e) {
            add(e);
            return otherwise;
        }
    }

    /** Whether what is done goes without a mistake. */
    boolean permits(Runnable action) {
        try {
            action.run();
        } catch (YamlException e) {
            add(e);
            return false;
        }
        return true;
    }

    /** Complains if there is any, by file in the order in which they were read, then by line. */
    void refuse() {
        if (found.isEmpty()) {
            return;
        }
        List<YamlException> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(
                YamlException::place,
                Comparator.<Place>comparingInt(
                                place -> files.indexOf(place.file().name()))
                        .thenComparingInt(Place::line)
                        .thenComparingInt(Place::column)));
        if (sorted.size() == 1) {
            throw sorted.get(0);
        }
        throw new LaunchMistakes(sorted);
    }
}
