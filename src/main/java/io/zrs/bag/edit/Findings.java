package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import java.util.ArrayList;
import java.util.List;

/** What was found in one file; the first of it, and how much there is. */
final class Findings {
    private static final int MOST = 1000;

    private final List<Finding> first = new ArrayList<>();
    private long count;
    private boolean damaged;

    void add(long place, Consequence consequence, String what) {
        count++;
        damaged |= consequence != Consequence.UNFINISHED && consequence != Consequence.RECORDING;
        if (first.size() < MOST) {
            first.add(new Finding(place, what, consequence));
        }
    }

    List<Finding> first() {
        return first;
    }

    long count() {
        return count;
    }

    boolean isDamaged() {
        return damaged;
    }
}
