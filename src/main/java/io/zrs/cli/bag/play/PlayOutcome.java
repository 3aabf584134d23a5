package io.zrs.cli.bag.play;

import io.zrs.cli.command.ExitCode;

/**
 * How it went.
 *
 * @param sent how many messages went
 * @param topics on how many topics
 * @param lost how many of them the master did not get
 * @param skipped how many could not be published
 * @param unreadable how often something of a bag could not be read
 * @param rounds how often it began anew
 * @param completed whether all was played, at least once
 * @param interrupted whether Ctrl-C ended it
 * @param stream whether nothing else would have ended it
 * @param nanos how long it took
 */
record PlayOutcome(
        long sent,
        int topics,
        long lost,
        long skipped,
        long unreadable,
        long rounds,
        boolean completed,
        boolean interrupted,
        boolean stream,
        long nanos) {
    ExitCode exitCode() {
        if (interrupted && !stream && !completed) {
            return ExitCode.INTERRUPTED;
        }
        return lost + skipped + unreadable > 0 ? ExitCode.LOSS : ExitCode.DONE;
    }
}
