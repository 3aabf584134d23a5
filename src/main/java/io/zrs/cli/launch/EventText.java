package io.zrs.cli.launch;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.run.LaunchEvent;
import io.zrs.launch.run.StopSignal;
import io.zrs.launch.run.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Events as sentences. */
final class EventText {
    /** Numbers of signals that are the same everywhere, and their names. */
    private static final String[] SIGNALS = {
        "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "", "FPE", "KILL", "", "SEGV", "", "PIPE", "ALRM", "TERM"
    };

    private static final int SIGNALLED = 128;

    private EventText() {}

    /** What happened to the event's node, to stand behind its name; of an event without a node, the whole sentence. */
    static String of(LaunchEvent event) {
        if (event instanceof LaunchEvent.Started e) {
            return "started, process " + e.process();
        }
        if (event instanceof LaunchEvent.Ready e) {
            return "ready: " + e.node().ready().condition();
        }
        if (event instanceof LaunchEvent.Exited e) {
            return "ended " + ending(e.code()) + " after " + seconds(e.ran());
        }
        if (event instanceof LaunchEvent.LeftBehind) {
            return "left processes behind, which are ended";
        }
        if (event instanceof LaunchEvent.Respawning e) {
            String again = e.quickly() > 1 ? "ended at once " + e.quickly() + " times in a row; " : "";
            String when = e.delay().isZero() ? "" : " in " + seconds(e.delay());
            return again + "started again" + when + " (respawn " + e.respawn() + ")";
        }
        if (event instanceof LaunchEvent.Insisted e) {
            return "does not end; sent SIG" + e.signal();
        }
        if (event instanceof LaunchEvent.Unkillable) {
            return "does not end by SIGKILL either, and is left alone";
        }
        return sentence(event);
    }

    private static String sentence(LaunchEvent event) {
        if (event instanceof LaunchEvent.Stopping e) {
            return switch (e.verdict().kind()) {
                case INTERRUPTED -> "ending all; Ctrl-C again sends SIGTERM";
                case REQUIRED_ENDED -> e.verdict().reason() + "; ending the others";
                case ALL_ENDED -> "every node has ended; ending the master";
                default -> "ending the others";
            };
        }
        if (event instanceof LaunchEvent.Hastened e) {
            return "sent SIG" + e.signal() + " to what is left"
                    + (e.signal() == StopSignal.TERM ? "; Ctrl-C again sends SIGKILL" : "");
        }
        return ((LaunchEvent.Failed) event).verdict().reason();
    }

    /** The event's node. */
    static Optional<NodePlan> node(LaunchEvent event) {
        if (event instanceof LaunchEvent.Started e) {
            return Optional.of(e.node());
        }
        if (event instanceof LaunchEvent.Ready e) {
            return Optional.of(e.node());
        }
        if (event instanceof LaunchEvent.Exited e) {
            return Optional.of(e.node());
        }
        if (event instanceof LaunchEvent.LeftBehind e) {
            return Optional.of(e.node());
        }
        if (event instanceof LaunchEvent.Respawning e) {
            return Optional.of(e.node());
        }
        if (event instanceof LaunchEvent.Insisted e) {
            return Optional.of(e.node());
        }
        return event instanceof LaunchEvent.Unkillable e ? Optional.of(e.node()) : Optional.empty();
    }

    /** Whether it is told to those who want to hear only what goes wrong. */
    static boolean isTrouble(LaunchEvent event) {
        if (event instanceof LaunchEvent.Exited e) {
            return !e.asked() && e.code() != 0;
        }
        if (event instanceof LaunchEvent.Stopping e) {
            return e.verdict().kind() == Verdict.Kind.REQUIRED_ENDED;
        }
        return !(event instanceof LaunchEvent.Started || event instanceof LaunchEvent.Ready);
    }

    private static String ending(int code) {
        return signal(code).map(name -> "by " + name + " (code " + code + ")").orElse("with code " + code);
    }

    /** The signal behind an exit code, as a shell has them. */
    static Optional<String> signal(int code) {
        int number = code - SIGNALLED;
        boolean known = number > 0 && number < SIGNALS.length && !SIGNALS[number].isEmpty();
        return known ? Optional.of("SIG" + SIGNALS[number]) : Optional.empty();
    }

    /** A time span, as {@code 1.5 s}. */
    static String seconds(Duration time) {
        String text = String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e9);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " s";
    }
}
