package io.zrs.registry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Queues by key, each in the order of the numbers that its elements have in it. A queue is there while it is not empty. */
final class Lines<K, T> {
    private final Map<K, NavigableMap<Long, T>> lines = new HashMap<>();

    void put(K key, long number, T element) {
        lines.computeIfAbsent(key, k -> new TreeMap<>()).put(number, element);
    }

    void remove(K key, long number) {
        NavigableMap<Long, T> line = lines.get(key);
        if (line != null && line.remove(number) != null && line.isEmpty()) {
            lines.remove(key);
        }
    }

    /** The one with the lowest number; null if there is none. */
    T first(K key) {
        NavigableMap<Long, T> line = lines.get(key);
        return line == null ? null : line.firstEntry().getValue();
    }

    /** The one with the highest number; null if there is none. */
    T last(K key) {
        NavigableMap<Long, T> line = lines.get(key);
        return line == null ? null : line.lastEntry().getValue();
    }

    /** The one with the lowest number above this; null if there is none. */
    T next(K key, long number) {
        NavigableMap<Long, T> line = lines.get(key);
        Map.Entry<Long, T> next = line == null ? null : line.higherEntry(number);
        return next == null ? null : next.getValue();
    }

    /** Those with numbers above this, in order. */
    Iterator<T> after(K key, long number) {
        NavigableMap<Long, T> line = lines.get(key);
        return line == null
                ? Collections.emptyIterator()
                : Collections.unmodifiableCollection(line.tailMap(number, false).values())
                        .iterator();
    }
}
