package io.zrs.doctor;

/** How bad a finding is, from good to bad. */
public enum Severity {
    /** As it should be. */
    OK("ok"),
    /** Worth knowing; it may be meant so. */
    NOTE("note"),
    /** Something does not work as somebody wants it to. */
    WARNING("warning"),
    /** Nothing works, or messages are being lost. */
    ERROR("error");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** One word in lower case. */
    public String word() {
        return word;
    }

    /** Whether something is wrong. */
    public boolean isWrong() {
        return compareTo(WARNING) >= 0;
    }
}
