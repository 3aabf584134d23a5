package io.zrs.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Several cursors as one: by log time, and for one time in the order of the cursors. */
public final class MergedCursor implements BagCursor {
    private final List<Head> all = new ArrayList<>();
    private final List<Head> due = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(MergedCursor::compare);

    /** Where one cursor is. */
    private static final class Head {
        private final int place;
        private final BagCursor cursor;
        private BagMessage message;

        Head(int place, BagCursor cursor) {
            this.place = place;
            this.cursor = cursor;
        }
    }

    /** Takes over {@code cursors}. */
    public MergedCursor(List<BagCursor> cursors) {
        for (BagCursor cursor : cursors) {
            Head head = new Head(all.size(), cursor);
            all.add(head);
            due.add(head);
        }
    }

    private static int compare(Head a, Head b) {
        int order = Long.compareUnsigned(a.message.logTime(), b.message.logTime());
        return order == 0 ? Integer.compare(a.place, b.place) : order;
    }

    @Override
    public BagMessage next() {
        // One that is damaged stays due, and is asked again with the next call.
        for (int i = due.size() - 1; i >= 0; i--) {
            Head head = due.get(i);
            head.message = head.cursor.next();
            due.remove(i);
            if (head.message != null) {
                heads.add(head);
            }
        }
        Head first = heads.poll();
        if (first == null) {
            return null;
        }
        due.add(first);
        return first.message;
    }

    @Override
    public void close() {
        all.forEach(head -> head.cursor.close());
    }
}
