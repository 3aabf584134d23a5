package io.zrs.cli.command;

import java.time.Duration;

/** How Ctrl-C or SIGTERM reaches a running command. */
public interface Interruption {
    /**
     * Says that this command is a stream, which is done whenever it is stopped: an interruption that finds it busy with
     * something else, or that does not make it end soon, ends it with {@link ExitCode#DONE}.
     */
    void streaming();

    /**
     * Says that nothing of this command is worth waiting for: an interruption that does not make it end soon, because it
     * waits for a reader of its output or for a master, ends it without.
     */
    default void impatient() {
        // Where no process ends, nobody waits.
    }

    /**
     * Says that this command brings to an end what it has in hand, however long that takes, and sees itself whether it comes to
     * nothing.
     */
    default void patient() {
        // Where no process ends, there is nobody to hurry.
    }

    /**
     * Ends the command as Ctrl-C does, for the sake of somebody else who asks for it. May be called from any thread but
     * those that the command waits for at its end.
     */
    void raise();

    /**
     * Says that from here on the command ends by itself, and soon, when interrupted. Outside of such a stretch an
     * interruption ends it on the spot with {@link ExitCode#INTERRUPTED}, or as {@link #streaming} has it.
     *
     * @param onRaised what wakes the command, run once on another thread; at once if the interruption has come
     */
    Handling handle(Runnable onRaised);

    /**
     * As {@link #handle(Runnable)}, for a command whose end may take long.
     *
     * @param onAgain run each time that somebody who waits for the end interrupts it once more; on any thread. Not every world
     *     has such an interruption
     */
    default Handling handle(Runnable onRaised, Runnable onAgain) {
        return handle(onRaised);
    }

    /** As {@link #handle(Runnable)}, for a command that looks often enough by itself. */
    default Handling handle() {
        return handle(() -> {});
    }

    /** The stretch in which a command handles an interruption itself. Every method may be called from any thread. */
    interface Handling extends AutoCloseable {
        /** Whether the interruption has come. */
        boolean raised();

        /**
         * Waits until it comes.
         *
         * @return whether it has come
         */
        boolean await(Duration atMost) throws InterruptedException;

        /** Ends the stretch. */
        @Override
        void close();
    }
}
