package io.zrs.cli.bag.edit;

import io.zrs.bag.edit.EditWatch;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Interruption;
import io.zrs.cli.command.Progress;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;

/** A command at work: its progress on a terminal, what it cannot read, and Ctrl-C. Of one thread. */
final class Work implements EditWatch, AutoCloseable {
    /** More lines about damage help nobody. */
    private static final int MOST_NOTES = 20;

    private final Context context;
    private final Interruption.Handling handling;
    private final Progress progress;
    private final List<String> damage = new ArrayList<>();
    private long damaged;
    private long done;

    /** Work on {@code size} of whatever is told by {@link #look}; {@code verb} as for {@link Progress}. */
    Work(Context context, String verb, long size) {
        this.context = context;
        handling = context.interruption().handle();
        progress = new Progress(context, verb, size, () -> done);
    }

    @Override
    public void look(long soFar, long messages) throws InterruptedException {
        done = soFar;
        if (handling.raised()) {
            throw new InterruptedException();
        }
        progress.messages(messages);
    }

    @Override
    public void damaged(ZrsException error) {
        damaged++;
        if (damage.size() < MOST_NOTES) {
            damage.add(error.getMessage());
            progress.clear();
            context.note(error.getMessage());
        } else if (damage.size() == MOST_NOTES) {
            damage.add("…");
            progress.clear();
            context.note("more damage is counted, and not told");
        }
    }

    /** Takes the progress away, before the result is told. */
    void clear() {
        progress.clear();
    }

    /** What could not be read, a line each; at most some. */
    List<String> damage() {
        return List.copyOf(damage);
    }

    /** How often something could not be read. */
    long damages() {
        return damaged;
    }

    @Override
    public void close() {
        progress.clear();
        handling.close();
    }
}
