package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import java.util.List;

/** What an original ZeROSMQ master does not tell, in one line for whoever asks one. */
final class OriginalMaster {
    private OriginalMaster() {}

    /** Names {@code things}, at least one. */
    static void note(Context context, List<String> things) {
        context.note("an original ZeROSMQ master does not tell " + String.join(", ", things) + "; a 'zrs master' does");
    }
}
