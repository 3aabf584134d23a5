package io.zrs.bag.lines;

/** What is wrong with a line that is no message. */
public enum LineFault {
    /** Nothing at all is in it. */
    EMPTY("it is empty"),
    /** It does not begin with a number. */
    NO_TIME("it does not begin with milliseconds and a comma"),
    /** The number is more than nanoseconds in 64 bits can say, which is the year 2262. */
    TIME_TOO_LARGE("its time is too large"),
    /** There is no second comma. */
    NO_TOPIC("it has no topic between two commas"),
    /** What stands for the topic is no name: blanks or control characters, no UTF-8, too long. */
    BAD_TOPIC("what stands for its topic is no name"),
    /** It is longer than lines may be. */
    TOO_LONG("it is too long");

    private final String text;

    LineFault(String text) {
        this.text = text;
    }

    /** What is wrong, as the end of a sentence about the line. */
    public String text() {
        return text;
    }
}
