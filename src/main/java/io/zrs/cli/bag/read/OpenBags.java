package io.zrs.cli.bag.read;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.BagCursor;
import io.zrs.bag.BagInfo;
import io.zrs.bag.BagInfo.ChannelInfo;
import io.zrs.bag.BagQuery;
import io.zrs.bag.MergedCursor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Recordings that are read as one. */
final class OpenBags implements AutoCloseable {
    private final List<Bag> bags = new ArrayList<>();

    /** Opens all of them by {@code bagOf}, or none. */
    OpenBags(List<Path> paths, Function<Path, Bag> bagOf) {
        boolean opened = false;
        try {
            for (Path path : paths) {
                bags.add(bagOf.apply(path));
            }
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /** Each of them. */
    List<Bag> bags() {
        return bags;
    }

    /** The earliest log time in any of them; 0 without messages. */
    long start() {
        long start = -1;
        boolean any = false;
        for (Bag bag : bags) {
            BagInfo info = bag.info();
            if (info.messages() > 0 && Long.compareUnsigned(info.start(), start) <= 0) {
                start = info.start();
                any = true;
            }
        }
        return any ? start : 0;
    }

    /** The latest log time in any of them; 0 without messages. */
    long end() {
        long end = 0;
        for (Bag bag : bags) {
            BagInfo info = bag.info();
            if (info.messages() > 0 && Long.compareUnsigned(info.end(), end) > 0) {
                end = info.end();
            }
        }
        return end;
    }

    /** The topics of those channels that {@code chosen} takes. */
    Set<String> topics(Predicate<BagChannel> chosen) {
        Set<String> topics = new TreeSet<>();
        for (Bag bag : bags) {
            for (ChannelInfo channel : bag.info().channels()) {
                if (chosen.test(channel.channel())) {
                    topics.add(channel.channel().topic());
                }
            }
        }
        return topics;
    }

    /** Their messages in the order of time. */
    BagCursor read(BagQuery query) {
        if (bags.size() == 1) {
            return bags.get(0).read(query);
        }
        List<BagCursor> cursors = new ArrayList<>();
        bags.forEach(bag -> cursors.add(bag.read(query)));
        return new MergedCursor(cursors);
    }

    @Override
    public void close() {
        bags.forEach(Bag::close);
    }
}
