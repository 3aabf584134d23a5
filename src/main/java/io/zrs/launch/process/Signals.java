package io.zrs.launch.process;

import io.zrs.launch.run.StopSignal;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends signals. Java has SIGTERM and SIGKILL, which so work even where no process can be started any more; the shell has the
 * others.
 */
final class Signals {
    /** The group, or the process alone if it has not come to have one yet. */
    private static final String TO_GROUP = "kill -s \"$1\" -- \"-$2\" 2>/dev/null || kill -s \"$1\" \"$2\" 2>/dev/null";

    private static final String TO_EACH = "kill -s \"$@\" 2>/dev/null";

    private Signals() {}

    /** SIGINT as Ctrl-C sends it: to a process and those that it works with. */
    static void interruptGroup(long leader) {
        script(TO_GROUP, List.of("INT", Long.toString(leader)));
    }

    /** SIGTERM or SIGKILL to each. One that is stopped is woken, so that it can obey. */
    static void send(StopSignal signal, List<Long> processes) {
        for (long pid : processes) {
            ProcessHandle.of(pid).ifPresent(handle -> {
                if (signal == StopSignal.KILL) {
                    handle.destroyForcibly();
                } else {
                    handle.destroy();
                }
            });
        }
        if (signal == StopSignal.TERM && !processes.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("CONT"));
            processes.forEach(pid -> words.add(Long.toString(pid)));
            script(TO_EACH, words);
        }
    }

    private static void script(String script, List<String> words) {
        try {
            Shell.script(script, words);
        } catch (ZrsException e) {
            // The next, stronger signal needs no shell.
            Logger.getLogger("io.zrs.launch").log(Level.WARNING, "{0}", e.getMessage());
        }
    }
}
