package io.zrs.cli.shell;

import io.zrs.cli.command.Context;
import io.zrs.shell.Voice;
import java.io.IOException;

/** How a script speaks: there is nobody who types. */
record ScriptVoice(Context context) implements Voice {
    @Override
    public synchronized void results(String lines) throws IOException {
        context.print(lines + "\n");
    }

    @Override
    public void note(String line) {
        context.note(line);
    }

    @Override
    public void tell(String line) {
        // Who reads a script's output wants to read that of its commands.
    }
}
