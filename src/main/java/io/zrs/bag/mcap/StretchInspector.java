package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Statistics;
import io.zrs.model.ZrsException;
import java.util.BitSet;
import java.util.List;

/** Finds out what neither the summary nor going from record to record told: looks at message indexes, and into chunks. */
final class StretchInspector {
    private final RecordWalker walker;
    private final Definitions definitions;
    private final Stretches stretches;
    private final Damage damage;
    private final ChunkReader reader;
    private final MessageCounts counts = new MessageCounts();
    private final BitSet inside = new BitSet();

    StretchInspector(McapFile file, Definitions definitions, Stretches stretches, Damage damage) {
        walker = new RecordWalker(file, 0, 0);
        this.definitions = definitions;
        this.stretches = stretches;
        this.damage = damage;
        reader = new ChunkReader(file);
    }

    void inspect(Statistics statistics) {
        List<Stretch> list = stretches.list();
        if (!stretches.agreesWith(statistics)) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).messages() < 0) {
                    count(i);
                }
            }
        }
        findChannels(list, statistics);
    }

    private void count(int index) {
        Stretch stretch = list().get(index);
        if (stretch.indexLength() == 0 || !countIndexes(stretch)) {
            look(index);
            return;
        }
        stretches.settle(index, stretch, counts);
    }

    private boolean countIndexes(Stretch stretch) {
        counts.clear();
        walker.range(stretch.end(), stretch.end() + stretch.indexLength());
        try {
            while (walker.next()) {
                if (walker.opcode() == Opcode.MESSAGE_INDEX) {
                    Stretches.count(walker, stretch, counts);
                }
            }
        } catch (MalformedException e) {
            return false;
        }
        return !walker.isCut();
    }

    /** A channel stands before its first message, so in that one's chunk or before. */
    private void findChannels(List<Stretch> list, Statistics statistics) {
        BitSet seen = new BitSet();
        boolean missing = stretches.agreesWith(statistics)
                && statistics.channelMessageCounts().keySet().stream().anyMatch(id -> definitions.channel(id) == null);
        for (int i = 0; i < list.size(); i++) {
            char[] channels = list.get(i).channels();
            for (int c = 0; channels != null && c < channels.length; c++) {
                if (!seen.get(channels[c])) {
                    seen.set(channels[c]);
                    if (!definitions.describes(channels[c])) {
                        look(i);
                        missing |= definitions.channel(channels[c]) == null;
                    }
                }
            }
        }
        for (int i = 0; missing && i < list.size(); i++) {
            look(i);
        }
    }

    /** Unpacks it. */
    private void look(int index) {
        Stretch stretch = list().get(index);
        if (inside.get(index) || stretch.kind() == Stretch.Kind.LOOSE) {
            return;
        }
        inside.set(index);
        counts.clear();
        try {
            reader.load(stretch);
            ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
            while (records.next()) {
                if (records.isMessage()) {
                    counts.add(records.channelId(), 1, records.logTime(), records.logTime());
                } else if (records.opcode() == Opcode.SCHEMA || records.opcode() == Opcode.CHANNEL) {
                    definitions.add(records.record());
                }
            }
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            damage.add("the chunk at byte " + stretch.start() + ": " + cause.getMessage());
        }
        if (stretch.messages() < 0) {
            stretches.settle(index, stretch, counts);
        }
    }

    private List<Stretch> list() {
        return stretches.list();
    }
}
