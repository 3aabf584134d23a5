package io.zrs.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagMessage;
import io.zrs.bag.BagRecord;
import io.zrs.bag.BagWriter;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/** Goes on behind damage, and tells it; but not for ever where there is nothing else. */
final class DamageTolerance {
    /** A disk that is gone fails with every chunk: more chunks than this in a row are no damage but an end. */
    private static final int MOST = 1000;

    private final EditWatch watch;

    DamageTolerance(EditWatch watch) {
        this.watch = watch;
    }

    /** What is attached; empty if that is damaged, which is told. */
    static Optional<byte[]> attachment(Bag bag, BagAttachment attachment, EditWatch watch) {
        try {
            return Optional.of(bag.attachmentData(attachment));
        } catch (ZrsException e) {
            watch.damaged(e);
            return Optional.empty();
        }
    }

    /** Tells if what was read of all of a bag is not what was written. */
    static void verify(Bag bag, EditWatch watch) {
        try {
            bag.verify();
        } catch (ZrsException e) {
            watch.damaged(e);
        }
    }

    /** Copies what is not known. */
    static void others(Bag bag, BagWriter out, EditWatch watch) throws IOException {
        Iterator<BagRecord> others = bag.others().iterator();
        while (others.hasNext()) {
            BagRecord other;
            try {
                other = others.next();
            } catch (ZrsException e) {
                watch.damaged(e);
                return;
            }
            out.write(other);
        }
    }

    /** The next message; null if there is none. */
    BagMessage next(BagCursor cursor) {
        int failures = 0;
        while (true) {
            try {
                return cursor.next();
            } catch (ZrsException e) {
                if (++failures > MOST) {
                    throw e;
                }
                watch.damaged(e);
            }
        }
    }
}
