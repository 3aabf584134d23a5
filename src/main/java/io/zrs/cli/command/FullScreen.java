package io.zrs.cli.command;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.screen.JLineScreen;
import io.zrs.screen.Screen;
import java.util.logging.Logger;

/** How a command takes the whole terminal. */
public final class FullScreen {
    private FullScreen() {}

    /**
     * Opens the screen, within a stretch in which the command handles interruptions: it is closed when one comes.
     * What libraries log meanwhile is told when it is closed.
     *
     * @param remedy what to try where there is no terminal, such as {@code use --once}
     * @throws ZrsException as {@link #check}, and {@link ErrorCode#IO} if the terminal can do too little
     */
    public static Screen open(Context context, String remedy) {
        check(context, remedy);
        String term = context.environment().apply("TERM");
        int colours = context.terminal().outColours();
        Screen screen = JLineScreen.open(context.in(), context.out(), term, colours, remedy);
        return new QuietScreen(screen, new HeldLog(Logger.getLogger("")));
    }

    /**
     * Looks whether there is a terminal, before anything is done for it.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if input or output is none
     */
    public static void check(Context context, String remedy) {
        Terminal terminal = context.terminal();
        if (!terminal.in() || !terminal.out()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "standard " + (terminal.out() ? "input" : "output") + " is no terminal", remedy);
        }
    }
}
