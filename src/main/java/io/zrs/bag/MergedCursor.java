package io.zrs.bag;

import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Several cursors as one: by log time, and for one time in the order of the cursors. For one thread. */
public final class MergedCursor implements BagCursor {
    /** So often in a row a bag may be damaged before it is given up: a disk that is gone fails with every chunk. */
    private static final int MOST_DAMAGE = 1000;

    private final Optional<Consumer<ZrsException>> damage;
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

    /** Takes over {@code cursors}. What cannot be read is thrown, and passed over with the next call. */
    public MergedCursor(List<BagCursor> cursors) {
        this(cursors, Optional.empty());
    }

    /** Takes over {@code cursors}. What cannot be read is told, and passed over. */
    public MergedCursor(List<BagCursor> cursors, Consumer<ZrsException> damage) {
        this(cursors, Optional.of(damage));
    }

    private MergedCursor(List<BagCursor> cursors, Optional<Consumer<ZrsException>> damage) {
        this.damage = damage;
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
            head.message = advance(head.cursor);
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

    private BagMessage advance(BagCursor cursor) {
        for (int damaged = 0; damaged < MOST_DAMAGE; damaged++) {
            try {
                return cursor.next();
            } catch (ZrsException e) {
                damage.orElseThrow(() -> e).accept(e);
            }
        }
        return null;
    }

    @Override
    public void close() {
        all.forEach(head -> head.cursor.close());
    }
}
