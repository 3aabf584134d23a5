package io.zrs.launch.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before a program's command, so that it gets a session of its own: Ctrl-C at the terminal then reaches this process
 * alone, which ends the others in their order.
 *
 * @param words of the command line; empty where the system has nothing for it
 */
record Detachment(List<String> words) {
    private static final String PERL = "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or exit 127";

    /** What this machine has for it. */
    static Detachment find(String path) {
        List<String> words = new ArrayList<>();
        if (ignoresInterrupt() && Shell.run(List.of("env", "--default-signal=INT", "true")) == 0) {
            // Whoever started us in the background had SIGINT ignored, and that is inherited.
            words.addAll(List.of("env", "--default-signal=INT,QUIT"));
        }
        if (isOn(path, "setsid")) {
            words.add("setsid");
        } else if (isOn(path, "perl")) {
            words.addAll(List.of("perl", "-e", PERL));
        }
        return new Detachment(List.copyOf(words));
    }

    private static boolean isOn(String path, String program) {
        for (String folder : (path == null ? "/usr/bin:/bin" : path).split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder).resolve(program))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ignoresInterrupt() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("SigIgn:")) {
                    // Signals count from 1, and SIGINT is 2.
                    return (Long.parseUnsignedLong(
                                            line.substring("SigIgn:".length()).strip(), 16)
                                    & 2)
                            != 0;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** The command, with this before it. */
    List<String> before(List<String> command) {
        List<String> all = new ArrayList<>(words);
        all.addAll(command);
        return all;
    }
}
