package io.zrs.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** How every help screen looks: 80 columns, names in bold where there is colour. */
public final class HelpStyle {
    private static final int COLUMNS = 80;
    private static final int OPTION_COLUMNS = 26;

    private HelpStyle() {}

    /** Gives {@code line} and every command below it the style; returns it. */
    public static CommandLine apply(CommandLine line, Context context) {
        Ansi ansi = context.terminal().outColours() > 0 ? Ansi.ON : Ansi.OFF;
        ColorScheme colours = new ColorScheme.Builder(ansi)
                .commands(Style.bold)
                .options(Style.bold)
                .build();
        return line.setColorScheme(colours).setUsageHelpWidth(COLUMNS).setUsageHelpLongOptionsMaxWidth(OPTION_COLUMNS);
    }
}
