package io.zrs.bag.edit;

import io.zrs.bag.mcap.Magic;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Footer;
import io.zrs.bag.mcap.McapRecord.Header;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.McapRecord.Statistics;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordDecoder;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.model.ZrsException;
import java.util.Optional;
import java.util.zip.CRC32;

/** What a file's header and, where its checksum is right, its summary say: that can be believed. */
record KnownBefore(String profile, RecoveredChannels channels, Optional<Statistics> statistics) {
    private static final int CRC_LENGTH = 4;
    private static final int FOOTER = RecordDecoder.HEAD + 20;

    static KnownBefore read(McapFile file) {
        RecoveredChannels channels = new RecoveredChannels();
        Optional<Statistics> statistics = Optional.empty();
        long at = file.size() - Magic.LENGTH - FOOTER;
        try {
            if (at > Magic.LENGTH && footer(file, at) instanceof Footer footer && isRight(file, at, footer)) {
                statistics = summary(new RecordWalker(file, footer.summaryStart(), at), channels);
            }
        } catch (ZrsException e) {
            // Then it says nothing that can be believed, and what it says wrong is told with the rest.
            return new KnownBefore(profile(file), new RecoveredChannels(), Optional.empty());
        }
        return new KnownBefore(profile(file), channels, statistics);
    }

    private static McapRecord footer(McapFile file, long at) {
        RecordWalker walker = new RecordWalker(file, at, file.size() - Magic.LENGTH);
        return walker.next() && walker.opcode() == Opcode.FOOTER ? walker.record() : null;
    }

    private static boolean isRight(McapFile file, long at, Footer footer) {
        long start = footer.summaryStart();
        if (start < Magic.LENGTH || start >= at || footer.summaryCrc() == 0) {
            return false;
        }
        CRC32 crc = new CRC32();
        file.sum(crc, start, at + FOOTER - CRC_LENGTH);
        return (int) crc.getValue() == footer.summaryCrc();
    }

    private static Optional<Statistics> summary(RecordWalker walker, RecoveredChannels channels) {
        Optional<Statistics> found = Optional.empty();
        while (walker.next()) {
            int opcode = walker.opcode();
            if (opcode == Opcode.SCHEMA || opcode == Opcode.CHANNEL || opcode == Opcode.STATISTICS) {
                McapRecord record = walker.record();
                if (record instanceof Schema schema) {
                    channels.addSure(schema);
                } else if (record instanceof Channel channel) {
                    channels.addSure(channel);
                } else if (record instanceof Statistics statistics) {
                    found = Optional.of(statistics);
                }
            }
        }
        return found;
    }

    private static String profile(McapFile file) {
        RecordWalker walker = new RecordWalker(file, Magic.LENGTH, file.size());
        try {
            return walker.next() && walker.record() instanceof Header header ? header.profile() : "";
        } catch (ZrsException e) {
            // It is damaged as anything may be, and said of with the rest.
            return "";
        }
    }
}
