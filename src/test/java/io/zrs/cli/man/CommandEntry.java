package io.zrs.cli.man;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a command stands among the others.
 *
 * @param words what is typed, such as {@code zrs echo}
 * @param others how else it is called, such as {@code zrs topic echo}
 * @param relatives further commands, by what is typed
 */
record CommandEntry(String words, List<String> others, List<String> relatives) {
    static String page(String words) {
        return words.replace(' ', '-');
    }

    String page() {
        return page(words);
    }

    List<String> allWords() {
        return Stream.concat(Stream.of(words), others.stream()).toList();
    }

    List<String> allPages() {
        return allWords().stream().map(CommandEntry::page).toList();
    }

    boolean isRoot() {
        return words.indexOf(' ') < 0;
    }

    /** Pages to read next, with their sections. */
    List<String> related() {
        List<String> pages = new ArrayList<>();
        relatives.forEach(other -> pages.add(page(other) + "(1)"));
        return pages;
    }
}
