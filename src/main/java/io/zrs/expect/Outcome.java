package io.zrs.expect;

/** How an expectation ended. */
public enum Outcome {
    /** What was expected is so. */
    PASS("pass"),
    /** What came was wrong, or it cannot be told any more because messages were lost. */
    FAIL("fail"),
    /** What was waited for did not come in time. */
    TIMEOUT("timeout"),
    /** The watch ended before it was certain. */
    UNJUDGED("unjudged");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for programs. */
    public String word() {
        return word;
    }
}
