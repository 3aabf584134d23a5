package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.AttachmentIndex;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.ChunkIndex;
import io.zrs.bag.mcap.McapRecord.Footer;
import io.zrs.bag.mcap.McapRecord.MetadataIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.McapRecord.Statistics;
import io.zrs.bag.mcap.McapRecord.SummaryOffset;
import io.zrs.bag.mcap.RecordKind;
import io.zrs.bag.mcap.RecordWalker;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Compares what the summary section says with what the data section was seen to hold. */
final class SummaryCheck {
    private static final int CRC_LENGTH = 4;

    private final Findings findings;
    private final DataTally tally;
    private final McapFile file;
    private final long start;
    private final SummaryGroups groups;
    private final Set<Long> indexed = new HashSet<>();
    private final Set<Integer> channels = new HashSet<>();
    private long chunkIndexes;
    private long attachmentIndexes;
    private long metadataIndexes;
    private boolean statistics;
    private Statistics last;
    private int unusedChannels;
    private int unusedSchemas;

    /** A summary that would begin at {@code start}. */
    SummaryCheck(Findings findings, DataTally tally, McapFile file, long start) {
        this.findings = findings;
        this.tally = tally;
        this.file = file;
        this.start = start;
        groups = new SummaryGroups(findings);
    }

    /** A record between the end of the data and the footer. */
    void record(RecordWalker walker, McapRecord record) {
        groups.record(walker, record);
        if (record instanceof Schema schema) {
            schema(walker.start(), schema);
        } else if (record instanceof Channel channel) {
            channel(walker.start(), channel);
        } else if (record instanceof Statistics found) {
            statistics(walker.start(), found);
        } else if (record instanceof ChunkIndex index) {
            chunkIndex(walker.start(), index);
        } else if (record instanceof AttachmentIndex index) {
            attachmentIndexes++;
            known(walker.start(), tally.attachments().get(index.offset()), index.length(), "an attachment");
        } else if (record instanceof MetadataIndex index) {
            metadataIndexes++;
            known(walker.start(), tally.metadata().get(index.offset()), index.length(), "metadata");
        } else if (!(record instanceof SummaryOffset) && !(record instanceof McapRecord.Unknown)) {
            findings.add(walker.start(), Consequence.FORM, "the summary holds " + RecordKind.name(record.opcode()));
        }
    }

    private void schema(long place, Schema schema) {
        Schema known = tally.schemas().get(schema.id());
        if (known == null) {
            // As with channels: if one in the data needed it, that has been told.
            unusedSchemas++;
        } else if (!DataTally.isSame(known, schema)) {
            findings.add(
                    place, Consequence.CONTENT, "the summary has another schema " + schema.id() + " than the data");
        }
    }

    private void channel(long place, Channel channel) {
        channels.add(channel.id());
        Channel known = tally.channels().get(channel.id());
        if (known == null) {
            // Writers name what never had a message there alone.
            if (tally.count(channel.id()) > 0) {
                findings.add(place, Consequence.INDEX, "the summary has channel " + channel.id() + ", the data do not");
            }
            unusedChannels++;
        } else if (!known.equals(channel)) {
            findings.add(
                    place, Consequence.CONTENT, "the summary has another channel " + channel.id() + " than the data");
        }
    }

    private void statistics(long place, Statistics found) {
        if (statistics) {
            findings.add(place, Consequence.FORM, "there are statistics twice");
        }
        statistics = true;
        last = found;
        compare(place, "messages", found.messageCount(), tally.messages());
        compare(
                place,
                "attachments",
                found.attachmentCount(),
                tally.attachments().size());
        compare(place, "metadata", found.metadataCount(), tally.metadata().size());
        compare(place, "chunks", found.chunkCount(), tally.chunks().size());
        if (found.messageStartTime() != tally.startTime() || found.messageEndTime() != tally.endTime()) {
            findings.add(place, Consequence.INDEX, "the statistics' times are not those of the messages");
        }
        if (!found.channelMessageCounts().isEmpty()) {
            SortedMap<Integer, Long> counts = new TreeMap<>(found.channelMessageCounts());
            counts.values().removeIf(count -> count == 0);
            SortedMap<Integer, Long> seen = new TreeMap<>();
            tally.used().forEach(channel -> seen.put(channel, tally.count(channel)));
            if (!counts.equals(seen)) {
                findings.add(
                        place, Consequence.INDEX, "the statistics' counts of channels are not those of the messages");
            }
        }
    }

    /** What the data do not have counts as well if the summary has it. */
    private void definitions(long place, Statistics found) {
        long channelCount = tally.channels().size();
        if (found.channelCount() != channelCount + unusedChannels) {
            compare(place, "channels", found.channelCount(), channelCount);
        }
        long schemaCount = tally.schemas().size();
        if (found.schemaCount() != schemaCount + unusedSchemas) {
            compare(place, "schemas", found.schemaCount(), schemaCount);
        }
    }

    private void compare(long place, String what, long said, long seen) {
        if (said != seen) {
            findings.add(
                    place,
                    Consequence.INDEX,
                    "the statistics count " + Long.toUnsignedString(said) + " " + what + ", and there are " + seen);
        }
    }

    private void chunkIndex(long place, ChunkIndex index) {
        chunkIndexes++;
        ChunkSeen seen = tally.chunks().get(index.chunkStartOffset());
        if (seen == null) {
            findings.add(
                    place,
                    Consequence.INDEX,
                    "a chunk index names byte " + Long.toUnsignedString(index.chunkStartOffset())
                            + ", where no chunk is");
            return;
        }
        if (!indexed.add(seen.start())) {
            findings.add(place, Consequence.INDEX, "the chunk at byte " + seen.start() + " has two indexes");
        }
        boolean right = index.chunkLength() == seen.length()
                && index.messageStartTime() == seen.startTime()
                && index.messageEndTime() == seen.endTime()
                && index.compression().equals(seen.compression())
                && index.compressedSize() == seen.stored()
                && index.uncompressedSize() == seen.bytes()
                && index.messageIndexLength() == seen.indexLength()
                && ChunkSeen.hash(index.messageIndexOffsets()) == seen.offsetsHash();
        if (!right) {
            findings.add(place, Consequence.INDEX, "a chunk index is not that of the chunk at byte " + seen.start());
        }
    }

    private void known(long place, Long length, long said, String what) {
        if (length == null || length != said) {
            findings.add(place, Consequence.INDEX, "an index names " + what + " where there is no such record");
        }
    }

    /** The footer, which ends it. */
    void footer(RecordWalker walker, Footer footer) {
        long place = walker.start();
        boolean there = place > start;
        if (footer.summaryStart() != (there ? start : 0)) {
            findings.add(place, Consequence.INDEX, "the footer does not say where the summary begins");
        }
        groups.footer(place, footer);
        if (last != null) {
            definitions(place, last);
        }
        if (footer.summaryCrc() != 0) {
            CRC32 crc = new CRC32();
            file.sum(crc, there ? start : place, walker.end() - CRC_LENGTH);
            if ((int) crc.getValue() != footer.summaryCrc()) {
                findings.add(start, Consequence.INDEX, "the summary's checksum is wrong");
            }
        }
        missing(place, there);
    }

    /** What the summary leaves out although it has others of the kind, so that readers rely on it. */
    private void missing(long place, boolean there) {
        if (chunkIndexes > 0 && indexed.size() < tally.chunks().size()) {
            findings.add(
                    place,
                    Consequence.INDEX,
                    (tally.chunks().size() - indexed.size()) + " chunks are not in the summary");
        }
        if (attachmentIndexes > 0 && attachmentIndexes < tally.attachments().size()
                || metadataIndexes > 0 && metadataIndexes < tally.metadata().size()) {
            findings.add(place, Consequence.INDEX, "attachments or metadata are not in the summary");
        }
        if (there && !channels.isEmpty()) {
            for (int channel : tally.used()) {
                if (tally.channels().containsKey(channel) && !channels.contains(channel)) {
                    findings.add(place, Consequence.INDEX, "channel " + channel + " is not in the summary");
                }
            }
        }
    }
}
