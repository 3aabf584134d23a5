package io.zrs.stats;

/** What a report rests on. */
public enum Freshness {
    /** Too few messages came to say anything: every number of the report is 0. */
    TOO_FEW,
    /** Nothing came since the last report: its numbers again. {@code rostopic hz} says "no new messages". */
    STALE,
    /** Something came since the last report. */
    FRESH
}
