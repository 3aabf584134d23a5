package io.zrs.launch.file;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A folder with launch files, and what is made of them. */
final class Trial {
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/me"));
    private final Path folder;

    Trial(Path folder) {
        this.folder = folder;
    }

    Trial with(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LaunchReader reader() {
        return new LaunchReader(Trial::near, Trial::time, environment::get);
    }

    LaunchPlan read(String text, String... pairs) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            given.put(pairs[at], pairs[at + 1]);
        }
        return with("it.yaml", text).reader().read(folder.resolve("it.yaml"), given);
    }

    NodePlan node(String text, String... pairs) {
        return read(text, pairs).nodes().get(0);
    }

    /** What is wrong with a file, without its folder. */
    String complaint(String text, String... pairs) {
        try {
            read(text, pairs);
            return "nothing is wrong";
        } catch (ZrsException e) {
            String line = e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy());
            return line.replace(folder + "/", "");
        }
    }

    private static Optional<String> near(String typed, Collection<String> candidates) {
        return candidates.stream()
                .filter(each -> !typed.isEmpty() && each.charAt(0) == typed.charAt(0))
                .sorted()
                .findFirst();
    }

    private static Duration time(String text) {
        try {
            return Duration.ofMillis((long) (1000 * Double.parseDouble(text.replace("s", ""))));
        } catch (NumberFormatException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is not a time span");
        }
    }
}
