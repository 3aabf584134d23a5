package io.zrs.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code zrs master --json} on a free port, ready to serve. */
final class RunningMaster implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("\"port\":\\s*(\\d+)");

    private final RunningProcess process;
    private final int port;

    private RunningMaster(RunningProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningMaster start(String... options) {
        List<String> words = new ArrayList<>(List.of("master", "--port", "0", "--json"));
        words.addAll(List.of(options));
        RunningProcess process = RunningProcess.zrs(words.toArray(new String[0]));
        String started = process.waitForLine(line -> line.contains("\"started\""));
        Matcher found = PORT.matcher(started);
        if (!found.find()) {
            throw new AssertionError("no port in " + started);
        }
        return new RunningMaster(process, Integer.parseInt(found.group(1)));
    }

    /** The control port. */
    int port() {
        return port;
    }

    /** {@code 127.0.0.1:PORT}, as {@code --master} takes it. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** Waits for an event that has all these texts in its line. */
    String waitForEvent(String... texts) {
        return process.waitForLine(line -> List.of(texts).stream().allMatch(line::contains));
    }

    /** What the master has told so far, a line an event. */
    String log() {
        return process.output();
    }

    /** Ends it by SIGTERM; gives the exit code. */
    int stop() {
        process.signal("TERM");
        return process.waitForEnd();
    }

    @Override
    public void close() {
        process.close();
    }
}
