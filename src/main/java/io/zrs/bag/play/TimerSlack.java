package io.zrs.bag.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How late the kernel may end a thread's sleep, in order to end several at once: 50 us on Linux, if nobody asks for less. A thread
 * does so in a file, <a href="https://man7.org/linux/man-pages/man5/proc_pid_timerslack_ns.5.html">timerslack_ns</a>.
 */
final class TimerSlack {
    private static final Path SELF = Path.of("/proc/thread-self");

    private TimerSlack() {}

    /** The least there is, for the calling thread; false where nobody can have it. */
    static boolean least() {
        try {
            // The link names the thread; what has its number alone is there as well, and has the file.
            Path thread = Files.readSymbolicLink(SELF).getFileName();
            Files.writeString(SELF.resolveSibling(thread).resolve("timerslack_ns"), "1");
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
