package io.zrs.master;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One page of a list whose entries have numbers. It has an end by entries and by text: a long answer holds up the messages. */
final class Page<T> {
    static final int MAX_ENTRIES = 1000;

    /** How long the names and other texts of all entries may be together, but for the last one. */
    static final int MAX_CHARS = 256 << 10;

    private final List<T> entries = new ArrayList<>();
    private long last;
    private int chars;

    /** An empty page of what stands behind this number. */
    Page(long after) {
        last = after;
    }

    boolean isFull() {
        return entries.size() >= MAX_ENTRIES || chars >= MAX_CHARS;
    }

    /** Adds the entry of this number; {@code length} is that of its texts. */
    void add(long number, T entry, int length) {
        entries.add(entry);
        chars += length;
        last = number;
    }

    /** The entry of this number is not for this page, nor for a later one. */
    void skip(long number) {
        last = number;
    }

    List<T> entries() {
        return entries;
    }

    /** Where the next page goes on, if there is one. */
    OptionalLong next(boolean more) {
        return more ? OptionalLong.of(last) : OptionalLong.empty();
    }
}
