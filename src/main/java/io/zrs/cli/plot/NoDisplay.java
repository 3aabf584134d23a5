package io.zrs.cli.plot;

/** Shows nothing. */
final class NoDisplay implements Display {
    @Override
    public boolean turn(long clockNanos) {
        return true;
    }

    @Override
    public void close() {
        // There is nothing to be gone.
    }
}
