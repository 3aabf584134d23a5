package io.zrs.cli.bag.play;

import io.zrs.cli.command.Context;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.util.Locale;

/** How it went, in the end. */
final class PlaySummary {
    private static final double NANOS = 1e9;
    private static final int DECIMALS = 3;

    private final PlayOutcome outcome;

    PlaySummary(PlayOutcome outcome) {
        this.outcome = outcome;
    }

    void tell(Context context, boolean quiet, boolean json) throws IOException {
        if (json) {
            ByteText out = new ByteText();
            append(out);
            context.print(out.toString());
        }
        if (outcome.lost() > 0) {
            context.note("lost " + Amount.of(outcome.lost(), "message") + ": the master did not get them");
        }
        if (outcome.skipped() > 0) {
            context.note("left out " + Amount.of(outcome.skipped(), "message") + " that cannot be published");
        }
        if (!quiet) {
            context.note(text());
            context.err().print("Done.\n");
            context.err().flush();
        }
    }

    private String text() {
        String seconds = String.format(Locale.ROOT, "%.1f", outcome.nanos() / NANOS);
        return "played " + Amount.of(outcome.sent(), "message") + " of " + Amount.of(outcome.topics(), "topic") + " in "
                + seconds + " s";
    }

    private void append(ByteText out) {
        JsonLine line = new JsonLine(out)
                .field("messages", outcome.sent())
                .field("topics", outcome.topics())
                .field("lost", outcome.lost())
                .field("skipped", outcome.skipped())
                .field("unreadable", outcome.unreadable())
                .field("repeated", outcome.rounds())
                .field("completed", outcome.completed())
                .field("seconds", outcome.nanos() / NANOS, DECIMALS);
        line.end();
    }
}
