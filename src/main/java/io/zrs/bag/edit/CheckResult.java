package io.zrs.bag.edit;

import io.zrs.bag.BagInfo;
import java.util.List;

/**
 * What was found in a file.
 *
 * @param findings what is wrong, in the order in which it was found; at most 1000
 * @param count how much is wrong
 * @param messages how many messages could be read
 * @param disorder how many of these are earlier than one before them, which is allowed
 * @param bytes how long the file is
 */
public record CheckResult(
        String format,
        BagInfo.State state,
        List<Finding> findings,
        long count,
        long messages,
        long disorder,
        long chunks,
        long bytes) {
    /** Copies the findings. */
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
