package io.zrs.cli.doctor;

import io.zrs.doctor.Area;
import io.zrs.doctor.Finding;
import io.zrs.doctor.Severity;
import io.zrs.output.Amount;
import io.zrs.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings for people, by area; what is wrong has a sign and a word, and a colour where there are any. */
final class TextFindings implements FindingForm {
    private static final int COLUMNS = 80;
    private static final int INDENT = 12;
    private static final int MANY = 256;
    private static final String RESET = "\u001b[0m";

    private final int colours;
    private final boolean all;
    private final StringBuilder out = new StringBuilder();

    /**
     * In so many colours.
     *
     * @param all whether what is as it should be is shown, too
     */
    TextFindings(int colours, boolean all) {
        this.colours = colours;
        this.all = all;
    }

    @Override
    public String text(List<Finding> findings) {
        List<String> well = new ArrayList<>();
        for (Area area : Area.values()) {
            List<Finding> here =
                    findings.stream().filter(finding -> finding.area() == area).toList();
            List<Finding> shown = here.stream()
                    .filter(finding -> all || finding.severity() != Severity.OK)
                    .toList();
            if (!shown.isEmpty()) {
                out.append(bold(area.title())).append('\n');
                shown.forEach(this::add);
            } else if (!here.isEmpty()) {
                well.add(area.title().toLowerCase(Locale.ROOT));
            }
        }
        end(findings, well);
        return out.toString();
    }

    private String bold(String text) {
        return colours == 0 ? text : "\u001b[1m" + text + RESET;
    }

    private void add(Finding finding) {
        String mark = sign(finding.severity()) + " " + finding.severity().word();
        out.append("  ").append(paint(finding.severity(), mark));
        wrapped(INDENT - 2 - mark.length(), "", finding.what());
        if (!finding.cause().isEmpty()) {
            wrapped(INDENT, "Cause: ", finding.cause());
        }
        if (!finding.remedy().isEmpty()) {
            wrapped(INDENT, "Remedy: ", finding.remedy());
        }
    }

    /** Each differs without a colour, too. */
    private static String sign(Severity severity) {
        return switch (severity) {
            case OK -> "+";
            case NOTE -> "-";
            case WARNING -> "!";
            case ERROR -> "X";
        };
    }

    private String paint(Severity severity, String mark) {
        if (colours == 0) {
            return mark;
        }
        String colour = colours < MANY ? Integer.toString(few(severity)) : "38;5;" + many(severity);
        return "\u001b[" + colour + "m" + mark + RESET;
    }

    /** Of the first eight: can be read on black and on white, as in {@link io.zrs.output.Palette}. */
    private static int few(Severity severity) {
        return switch (severity) {
            case OK -> 32;
            case NOTE -> 36;
            case WARNING -> 35;
            case ERROR -> 31;
        };
    }

    /** Of the cube: likewise. */
    private static int many(Severity severity) {
        return switch (severity) {
            case OK -> 28;
            case NOTE -> 30;
            case WARNING -> 130;
            case ERROR -> 161;
        };
    }

    /** Adds words line by line, all but the first line's beginning indented; a word that is too long has its own. */
    private void wrapped(int gap, String label, String text) {
        out.append(" ".repeat(gap)).append(label);
        int column = INDENT + label.length();
        boolean first = true;
        for (String word : TerminalText.line(text).split(" ")) {
            int length = word.codePointCount(0, word.length());
            if (!first && column + 1 + length >= COLUMNS) {
                out.append('\n').append(" ".repeat(INDENT));
                column = INDENT;
            } else if (!first) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += length;
            first = false;
        }
        out.append('\n');
    }

    private void end(List<Finding> findings, List<String> well) {
        if (!well.isEmpty()) {
            line("All is well with: " + String.join(", ", well) + ".");
        }
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        long notes = count(findings, Severity.NOTE);
        String counts =
                Amount.of(errors, "error") + ", " + Amount.of(warnings, "warning") + ", " + Amount.of(notes, "note");
        line(errors + warnings > 0 ? counts + "." : "Nothing is wrong: " + counts + ".");
    }

    private void line(String text) {
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() >= COLUMNS) {
                out.append('\n');
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        out.append('\n');
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
