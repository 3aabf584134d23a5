package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.expect.Finding;
import io.zrs.expect.Outcome;
import java.io.IOException;

/** A line a finding, for people; the first word is coloured on a terminal. */
final class TextForm implements FindingForm {
    /** A longer label does not move all others. */
    private static final int WIDEST = 28;

    private static final String RESET = "\u001b[0m";
    private static final int MANY = 256;

    private final Context context;
    private int width;

    TextForm(Context context) {
        this.context = context;
    }

    @Override
    public void begin(int findings, int labels) {
        width = Math.min(labels, WIDEST);
    }

    @Override
    public void add(Finding finding) throws IOException {
        String label = FindingText.label(finding);
        int length = label.codePointCount(0, label.length());
        String padding = " ".repeat(Math.max(0, width - length) + 2);
        context.print(paint(finding.outcome()) + "  " + label + padding + FindingText.sentence(finding) + "\n");
    }

    @Override
    public void end() {
        // The exit code says it all.
    }

    private String paint(Outcome outcome) {
        String word = word(outcome);
        int colours = context.terminal().outColours();
        if (colours == 0) {
            return word;
        }
        return "\u001b[" + (colours < MANY ? few(outcome) : "38;5;" + many(outcome)) + "m" + word + RESET;
    }

    /** All equally long; what went wrong catches the eye without colours too. */
    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case FAIL -> "FAIL";
            case TIMEOUT -> "late";
            case UNJUDGED -> "open";
        };
    }

    /** Of the first eight: can be read on black and on white, as in {@link io.zrs.output.Palette}. */
    private static int few(Outcome outcome) {
        return switch (outcome) {
            case PASS -> 32;
            case FAIL -> 31;
            case TIMEOUT, UNJUDGED -> 35;
        };
    }

    /** Of the cube: likewise. */
    private static int many(Outcome outcome) {
        return switch (outcome) {
            case PASS -> 28;
            case FAIL -> 161;
            case TIMEOUT, UNJUDGED -> 130;
        };
    }
}
