package io.zrs.cli.plot;

import java.io.IOException;

/** What shows a plot while it grows. For one thread. */
interface Display extends AutoCloseable {
    /**
     * Looks whether there is anything to do; to be called some twenty times a second.
     *
     * @param clockNanos the present, in nanoseconds since 1970
     * @return whether to go on; else somebody who looks at it wants no more
     */
    boolean turn(long clockNanos) throws IOException, InterruptedException;

    /** Is gone. */
    @Override
    void close();
}
