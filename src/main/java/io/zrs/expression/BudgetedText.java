package io.zrs.expression;

/**
 * Text that can be looked at so many times and no more: what keeps a regular expression that tries every way of
 * matching from trying for years.
 */
final class BudgetedText implements CharSequence {
    private final String text;
    private long budget;

    BudgetedText(String text, long budget) {
        this.text = text;
        this.budget = budget;
    }

    /** Too many looks. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super(null, null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--budget < 0) {
            throw new Exceeded();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
