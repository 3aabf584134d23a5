package io.zrs.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judges the terminal. */
final class TerminalJudge {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private TerminalJudge() {}

    static List<Finding> judge(TerminalFacts facts) {
        Findings findings = new Findings(Area.TERMINAL);
        boolean any = facts.in() || facts.out() || facts.err();
        findings.ok("streams", streams(facts));
        if (any) {
            kind(facts, findings);
            if (facts.columns() > 0) {
                size(facts, findings);
            }
        }
        locale(facts, any, findings);
        return findings.list();
    }

    private static String streams(TerminalFacts facts) {
        List<String> terminals = new ArrayList<>();
        if (facts.in()) {
            terminals.add("input");
        }
        if (facts.out()) {
            terminals.add("output");
        }
        if (facts.err()) {
            terminals.add("error");
        }
        return terminals.isEmpty()
                ? "no stream is a terminal: no colours, nothing that is drawn anew"
                : "a terminal is at standard " + String.join(", ", terminals);
    }

    private static void kind(TerminalFacts facts, Findings findings) {
        if (facts.term().isEmpty() || facts.term().equals("dumb")) {
            findings.warning(
                    "term",
                    "no colours, and no screens such as that of zrs top",
                    facts.term().isEmpty() ? "TERM is not set" : "TERM is dumb",
                    "set TERM to what the terminal is, mostly: export TERM=xterm-256color");
        } else if (facts.noColour()) {
            findings.ok("colours", "no colours, as NO_COLOR says");
        } else {
            findings.ok("colours", facts.colours() + " colours, as TERM is " + facts.term());
        }
    }

    private static void size(TerminalFacts facts, Findings findings) {
        String size = facts.columns() + " columns and " + facts.rows() + " rows";
        if (facts.columns() < USUAL_COLUMNS || facts.rows() < USUAL_ROWS) {
            findings.note(
                    "size",
                    "the terminal has " + size,
                    "tables are made for " + USUAL_COLUMNS + " by " + USUAL_ROWS + " and leave columns out below",
                    "make the window larger, or its letters smaller");
        } else {
            findings.ok("size", size);
        }
    }

    private static void locale(TerminalFacts facts, boolean any, Findings findings) {
        String locale = facts.locale().toUpperCase(Locale.ROOT);
        if (locale.contains("UTF-8") || locale.contains("UTF8")) {
            findings.ok("locale", "characters are UTF-8, as the locale " + facts.locale() + " says");
        } else if (any) {
            findings.note(
                    "locale",
                    "names and messages beyond ASCII may look wrong",
                    facts.locale().isEmpty()
                            ? "no locale is set, and zrs writes UTF-8"
                            : "the locale is " + facts.locale() + ", and zrs writes UTF-8",
                    "export LC_ALL=C.UTF-8, and have the terminal show UTF-8");
        } else {
            findings.ok("locale", "output is UTF-8, whatever the locale");
        }
    }
}
