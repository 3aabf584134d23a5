package io.zrs.bag.play;

import io.zrs.bag.Bag;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagQuery;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The messages of several bags in the order of their log times; of one time, in the order of the bags. */
final class MergedCursor implements AutoCloseable {
    /** So often in a row a bag may be damaged before it is given up. */
    private static final int MOST_DAMAGE = 1000;

    private final List<Head> all = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(MergedCursor::compare);
    private final Consumer<ZrsException> damage;
    private Head last;

    /** Where one bag is. */
    private static final class Head {
        final int place;
        final BagCursor cursor;
        BagMessage message;

        Head(int place, BagCursor cursor) {
            this.place = place;
            this.cursor = cursor;
        }
    }

    /** {@code damage} is told what cannot be read, and passed over. */
    MergedCursor(List<Bag> bags, BagQuery query, Consumer<ZrsException> damage) {
        this.damage = damage;
        try {
            for (Bag bag : bags) {
                Head head = new Head(all.size(), bag.read(query));
                all.add(head);
                advance(head);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int compare(Head a, Head b) {
        int order = Long.compareUnsigned(a.message.logTime(), b.message.logTime());
        return order == 0 ? Integer.compare(a.place, b.place) : order;
    }

    private void advance(Head head) {
        for (int damaged = 0; damaged < MOST_DAMAGE; damaged++) {
            try {
                head.message = head.cursor.next();
                if (head.message != null) {
                    heads.add(head);
                }
                return;
            } catch (ZrsException e) {
                damage.accept(e);
            }
        }
    }

    /** The next message; null if there is none left. */
    BagMessage next() {
        if (last != null) {
            advance(last);
        }
        last = heads.poll();
        return last == null ? null : last.message;
    }

    @Override
    public void close() {
        all.forEach(head -> head.cursor.close());
    }
}
