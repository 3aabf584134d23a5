package io.zrs.shell.edit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;

/** What {@code stty -a} tells, read in one go: JLine searches it by a regular expression for each of a hundred names. */
final class SttyReport {
    private static final int DELETE = 0x7f;
    private static final int META = 0x80;
    private static final int CONTROL = '@';

    private final String text;
    private final Map<String, Boolean> flags = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private int at;
    private boolean apart;

    /** The text of any of the systems that have one: {@code rows 24;} and {@code 24 rows;} are the same. */
    SttyReport(String text) {
        this.text = text;
        String before = "";
        while (skip()) {
            String word = word();
            int end = at;
            boolean assigned = skipTo('=');
            if (assigned) {
                values.put(word, word());
            } else {
                at = end;
                flag(word);
                neighbours(apart ? "" : before, word);
            }
            before = word;
        }
    }

    private boolean skip() {
        apart = false;
        while (at < text.length() && isBetween(text.charAt(at))) {
            apart |= text.charAt(at) == ';';
            at++;
        }
        return at < text.length();
    }

    private static boolean isBetween(char c) {
        return c == ';' || Character.isWhitespace(c);
    }

    /** At least a character: also what ends a word can be one that means something to the terminal. */
    private String word() {
        int from = at++;
        while (at < text.length() && !isBetween(text.charAt(at))) {
            at++;
        }
        return text.substring(from, Math.min(at, text.length()));
    }

    private boolean skipTo(char wanted) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean found = next + 1 < text.length() && text.charAt(next) == wanted;
        if (found) {
            at = next + 1;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return found;
    }

    private void flag(String word) {
        boolean off = word.startsWith("-");
        flags.putIfAbsent(off ? word.substring(1) : word, !off);
    }

    private void neighbours(String before, String word) {
        if (isNumber(word)) {
            values.putIfAbsent(before, word);
        } else if (isNumber(before)) {
            values.putIfAbsent(word, before);
        }
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** How many rows and columns there are; 0 where it does not say. */
    Size size() {
        return Size.of(number("columns"), number("rows"));
    }

    private int number(String name) {
        String value = values.getOrDefault(name, "0");
        return isNumber(value) ? Integer.parseInt(value) : 0;
    }

    /** The settings; off what it does not mention. */
    Attributes attributes() {
        Attributes found = new Attributes();
        for (InputFlag flag : InputFlag.values()) {
            found.setInputFlag(flag, isOn(flag));
        }
        for (OutputFlag flag : OutputFlag.values()) {
            found.setOutputFlag(flag, isOn(flag));
        }
        for (ControlFlag flag : ControlFlag.values()) {
            found.setControlFlag(flag, isOn(flag));
        }
        for (LocalFlag flag : LocalFlag.values()) {
            found.setLocalFlag(flag, isOn(flag));
        }
        for (ControlChar character : ControlChar.values()) {
            String name = character.name().toLowerCase(Locale.ROOT).substring(1);
            String value = values.get(name.equals("reprint") && !values.containsKey(name) ? "rprnt" : name);
            if (value != null) {
                found.setControlChar(character, character(value));
            }
        }
        return found;
    }

    private boolean isOn(Enum<?> flag) {
        return flags.getOrDefault(flag.name().toLowerCase(Locale.ROOT), false);
    }

    /** The character of {@code ^C}, {@code M-^C}, {@code <undef>} and what else stands there; numbers are numbers. */
    private static int character(String text) {
        if (text.equals("<undef>")) {
            return -1;
        }
        if (text.equalsIgnoreCase("del")) {
            return DELETE;
        }
        if (isNumber(text)) {
            return Integer.parseInt(text, text.charAt(0) == '0' ? 8 : 10);
        }
        if (text.startsWith("M-") && text.length() > 2) {
            return character(text.substring(2)) + META;
        }
        if (text.startsWith("^") && text.length() > 1) {
            return text.charAt(1) == '?' ? DELETE : Character.toUpperCase(text.charAt(1)) - CONTROL;
        }
        return text.charAt(0);
    }
}
