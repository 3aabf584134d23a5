package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Footer;
import io.zrs.bag.mcap.McapRecord.SummaryOffset;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordWalker;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a summary's records are grouped by kind, and its offsets name these groups. */
final class SummaryGroups {
    private final Findings findings;
    private final Map<Integer, long[]> groups = new LinkedHashMap<>();
    private final Map<Integer, SummaryOffset> offsets = new LinkedHashMap<>();
    private int last;
    private long offsetStart;

    SummaryGroups(Findings findings) {
        this.findings = findings;
    }

    void record(RecordWalker walker, McapRecord record) {
        if (record instanceof SummaryOffset offset) {
            offsetStart = offsetStart == 0 ? walker.start() : offsetStart;
            if (offsets.put(offset.groupOpcode(), offset) != null) {
                findings.add(walker.start(), Consequence.FORM, "the summary names a group twice");
            }
            return;
        }
        if (offsetStart != 0) {
            findings.add(walker.start(), Consequence.FORM, "the summary goes on behind its offsets");
        }
        int opcode = record.opcode();
        long[] group = groups.get(opcode);
        if (group == null) {
            groups.put(opcode, new long[] {walker.start(), walker.end()});
        } else if (opcode == last) {
            group[1] = walker.end();
        } else {
            findings.add(walker.start(), Consequence.FORM, "the summary's records are not grouped by kind");
        }
        last = opcode;
    }

    void footer(long place, Footer footer) {
        if (footer.summaryOffsetStart() != offsetStart) {
            findings.add(place, Consequence.INDEX, "the footer does not say where the summary's offsets begin");
        }
        offsets.values().forEach(offset -> {
            long[] group = groups.get(offset.groupOpcode());
            if (group == null || group[0] != offset.groupStart() || group[1] - group[0] != offset.groupLength()) {
                findings.add(
                        place, Consequence.INDEX, "the summary's offset of kind " + offset.groupOpcode() + " is wrong");
            }
        });
        if (!offsets.isEmpty()) {
            groups.keySet().stream()
                    .filter(opcode -> opcode <= Opcode.DATA_END && !offsets.containsKey(opcode))
                    .forEach(opcode -> findings.add(
                            place, Consequence.INDEX, "the summary has no offset for its records of kind " + opcode));
        }
    }
}
