package io.zrs.shell.edit;

import io.zrs.client.MasterAddress;
import io.zrs.shell.MasterMonitor;

/** What stands before what is typed: where the master is, whether it is there, and how the last command ended. */
final class Prompt {
    private static final int LONGEST = 40;
    private static final String RESET = "\u001b[0m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String FAINT = "\u001b[2m";

    private final boolean colours;

    Prompt(boolean colours) {
        this.colours = colours;
    }

    /** By a sign and a word, too: not everybody sees colours. */
    String text(MasterAddress master, MasterMonitor.State state, int lastCode) {
        String place = shortened(master.toString());
        String code = lastCode == 0 ? "" : in(RED, "[" + lastCode + "]") + " ";
        return switch (state) {
            case THERE -> in(GREEN, "●") + " " + place + " " + code + "zrs> ";
            case GONE -> in(RED, "○") + " " + place + " " + in(RED, "no master") + " " + code + "zrs> ";
            case UNKNOWN -> in(FAINT, "◌") + " " + place + " " + code + "zrs> ";
        };
    }

    private static String shortened(String place) {
        return place.length() <= LONGEST ? place : "…" + place.substring(place.length() - LONGEST + 1);
    }

    private String in(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }
}
