package io.zrs.bag.edit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a recovery brought.
 *
 * @param saved how many messages of each topic are in the new file
 * @param lost how many messages of each topic are known not to be
 * @param exact whether there were no more than these; if not, nothing in the file tells how many were lost
 * @param unsaved what could not be saved, in the order of the file; at most 1000
 * @param count how much that is
 * @param attachments how many attachments are in the new file
 * @param metadata how many metadata records are in the new file
 * @param bytes how long the new file is
 */
public record RecoveryResult(
        SortedMap<String, Long> saved,
        SortedMap<String, Long> lost,
        boolean exact,
        List<Finding> unsaved,
        long count,
        long attachments,
        long metadata,
        long bytes) {
    /** Copies what it is given. */
    public RecoveryResult {
        saved = new TreeMap<>(saved);
        lost = new TreeMap<>(lost);
        unsaved = List.copyOf(unsaved);
    }

    /** How many messages are in the new file. */
    public long messages() {
        return saved.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether all that was missing is the end of the file, which has no message. */
    public boolean isComplete() {
        return lost.isEmpty()
                && count == unsaved.size()
                && unsaved.stream().allMatch(finding -> finding.consequence() == Finding.Consequence.UNFINISHED);
    }
}
