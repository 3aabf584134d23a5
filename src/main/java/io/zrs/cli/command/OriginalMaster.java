package io.zrs.cli.command;

import java.util.List;

/** What an original ZeROSMQ master does not tell, in one line for whoever asks one. */
public final class OriginalMaster {
    private OriginalMaster() {}

    /** Names {@code things}, at least one. */
    public static void note(Context context, List<String> things) {
        context.note("an original ZeROSMQ master does not tell " + String.join(", ", things) + "; a 'zrs master' does");
    }
}
