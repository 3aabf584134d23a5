package io.zrs.shell.edit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;

/**
 * Descriptions of terminals as {@code infocmp} prints them, read in one go: JLine does so by regular expressions, which is a fifth of
 * the time that a prompt takes.
 */
final class Terminfo {
    private final Set<Capability> flags;
    private final Map<Capability, Integer> numbers;
    private final Map<Capability, String> strings;
    private final Map<String, Capability> names;

    /** What is read goes into these. */
    Terminfo(Set<Capability> flags, Map<Capability, Integer> numbers, Map<Capability, String> strings)
            throws IOException {
        this.flags = flags;
        this.numbers = numbers;
        this.strings = strings;
        names = names();
    }

    /** By what JLine has with it: a line {@code key_right, kcuf1, kr} for each. */
    private static Map<String, Capability> names() throws IOException {
        Map<String, Capability> names = new HashMap<>();
        for (String line : resource().split("\n")) {
            int first = line.indexOf(',');
            int second = line.indexOf(',', first + 1);
            if (first > 0 && second > 0 && line.charAt(0) != '#') {
                Capability capability = Capability.valueOf(line.substring(0, first));
                names.put(line.substring(first + 1, second).strip(), capability);
                names.put(line.substring(0, first), capability);
            }
        }
        return names;
    }

    private static String resource() throws IOException {
        try (InputStream in = InfoCmp.class.getResourceAsStream("capabilities.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Reads a description; names that nobody knows are passed over. */
    void read(String description) {
        int at = description.indexOf('\n') + 1;
        while (at > 0 && at < description.length()) {
            int end = end(description, at);
            entry(description.substring(at, end).strip());
            at = end + 1;
        }
    }

    /** A comma ends an entry unless it is escaped. */
    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ',') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    private void entry(String text) {
        int equals = text.indexOf('=');
        int hash = text.indexOf('#');
        if (hash > 0 && (equals < 0 || hash < equals)) {
            put(numbers, text.substring(0, hash), number(text.substring(hash + 1)));
        } else if (equals > 0) {
            put(strings, text.substring(0, equals), text.substring(equals + 1));
        } else {
            Capability flag = names.get(text);
            if (flag != null) {
                flags.add(flag);
            }
        }
    }

    private <T> void put(Map<Capability, T> values, String name, T value) {
        Capability capability = names.get(name);
        if (capability != null) {
            values.put(capability, value);
        }
    }

    private static int number(String text) {
        return Integer.decode(text);
    }
}
