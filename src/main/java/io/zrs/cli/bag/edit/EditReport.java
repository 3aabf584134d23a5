package io.zrs.cli.bag.edit;

import io.zrs.bag.Bag;
import io.zrs.bag.BagInfo;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is said at the end of a command that has written a bag, and with which exit code it ends. */
final class EditReport {
    private final Context context;
    private final boolean json;
    private final List<String> incomplete = new ArrayList<>();

    /** Checks that the report and the bag do not go to the same place. */
    EditReport(Context context, JsonOption json, String output) {
        this.context = context;
        this.json = json.wanted();
        if (this.json && output.equals(EditOutput.STDOUT)) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--json and the bag cannot both go to standard output", "name a file");
        }
    }

    /** Says what is to be known of an input before it is read. */
    void opened(Bag bag) {
        BagInfo info = bag.info();
        if (info.state() == BagInfo.State.UNFINISHED) {
            context.note(bag.path() + " is unfinished; what is in it so far is taken");
        } else if (info.state() == BagInfo.State.DAMAGED) {
            String damage = bag.path() + " is damaged: " + info.damage();
            incomplete.add(damage);
            context.note(damage);
        }
    }

    /**
     * Tells the result.
     *
     * @param messages how many messages were written
     * @param held how many of these are values of latched topics, put at the start
     * @param seen how many were looked at
     */
    ExitCode end(EditOutput output, Work work, long messages, long held, long seen) throws IOException {
        List<String> losses = output.losses();
        if (json) {
            ByteText line = new ByteText();
            new JsonLine(line)
                    .field("path", output.name())
                    .field("messages", messages)
                    .field("latched", held)
                    .field("read", seen)
                    .field("not_written", output.refused())
                    .field("bytes", output.bytes())
                    .field("damage", damage(work))
                    .field("left_out", losses)
                    .end();
            context.print(line.toString());
        } else {
            losses.forEach(context::note);
            String latched = held > 0 ? ", " + Amount.of(held, "value") + " of latched topics put at the start" : "";
            context.note("wrote " + Amount.of(messages, "message") + latched + ", " + Amount.bytes(output.bytes())
                    + ": " + output.name());
        }
        return incomplete.isEmpty() && work.damages() == 0 && output.refused() == 0 ? ExitCode.DONE : ExitCode.LOSS;
    }

    private List<String> damage(Work work) {
        List<String> all = new ArrayList<>(incomplete);
        all.addAll(work.damage());
        return all;
    }
}
