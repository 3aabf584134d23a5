package io.zrs.bag.record;

import io.zrs.model.TopicName;

/** Where one topic's messages come in. One thread at a time may bring them. */
public final class TopicIntake {
    private final Intake intake;
    private final TopicName name;
    private final int number;
    private final long limit;

    /** How many messages were taken; guarded by the intake's lock. */
    long taken;

    TopicIntake(Intake intake, TopicName name, int number, long limit) {
        this.intake = intake;
        this.name = name;
        this.number = number;
        this.limit = limit;
    }

    /** The topic. */
    public TopicName name() {
        return name;
    }

    int number() {
        return number;
    }

    /**
     * Takes a message, whose payload is copied. Never waits: one for which there is no room is counted as lost.
     *
     * @return false if no more of this topic are wanted
     */
    public boolean take(byte[] source, int from, int length) {
        return intake.take(this, source, from, length);
    }

    @Override
    public String toString() {
        return name + (limit == Long.MAX_VALUE ? "" : " (at most " + limit + ")");
    }
}
