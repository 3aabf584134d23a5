package io.zrs.cli.command;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.screen.JLineScreen;
import io.zrs.screen.Screen;

/** How a command takes the whole terminal. */
public final class FullScreen {
    private FullScreen() {}

    /**
     * Opens the screen, within a stretch in which the command handles interruptions: it is closed when one comes.
     *
     * @param remedy what to try where there is no terminal, such as {@code use --once}
     * @throws ZrsException {@link ErrorCode#INVALID} if input or output is no terminal, {@link ErrorCode#IO} if it can do too
     *     little
     */
    public static Screen open(Context context, String remedy) {
        Terminal terminal = context.terminal();
        if (!terminal.in() || !terminal.out()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "standard " + (terminal.out() ? "input" : "output") + " is no terminal", remedy);
        }
        String term = context.environment().apply("TERM");
        return JLineScreen.open(context.in(), context.out(), term, terminal.outColours(), remedy);
    }
}
